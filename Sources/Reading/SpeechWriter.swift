/// Why a text was not spoken.
package enum SpeechError: Error, Hashable, Sendable {
    case nothingToSay
    case tooLong(characters: Int)
    /// A program left no audio, or something else than a voice note.
    case noAudio(String)
    case program(ProgramError)
}

/// Speaks Portuguese on this machine: espeak-ng, and opusenc for the voice note.
package struct SpeechWriter: Sendable {
    /// As long as a person listens: some two minutes.
    package static let charactersMax = 1_800
    package static let programs = ["espeak-ng", "opusenc", "prlimit"]

    package let runner: ProgramRunner
    /// Words a minute; slower than espeak's 175, for numbers have to be understood.
    package let wordsPerMinute: Int
    package let limits: ProgramLimits

    package init(
        runner: ProgramRunner = ProgramRunner(), wordsPerMinute: Int = 150,
        limits: ProgramLimits = ProgramLimits(milliseconds: 20_000)
    ) {
        self.runner = runner
        self.wordsPerMinute = min(max(wordsPerMinute, 80), 300)
        self.limits = limits
    }

    /// - Parameter text: as a message is written; amounts, days and numbers are turned into words by `SpokenPortuguese`.
    package func voiceNote(_ text: String) async throws(SpeechError) -> VoiceNote {
        let spoken = SpokenPortuguese.spoken(text)
        guard spoken.contains(where: \.isLetter) else { throw .nothingToSay }
        guard spoken.count <= SpeechWriter.charactersMax else { throw .tooLong(characters: spoken.count) }
        // The text goes by a file: as an argument it would be seen in the list of processes.
        let speech = try await run(
            ProgramRun(
                "espeak-ng",
                ["-v", "pt-br", "-s", "\(wordsPerMinute)", "-g", "4", "-b", "1", "-f", "text.txt", "-w", "speech.wav"],
                input: [ProgramRun.File("text.txt", Array(spoken.utf8))], output: ["speech.wav"], limits: limits))
        guard let sound = speech.files["speech.wav"], sound.count > 44 else { throw .noAudio(speech.standardError) }
        let note = try await run(
            ProgramRun(
                "opusenc",
                [
                    "--quiet", "--bitrate", "24", "--downmix-mono", "--serial", "1", "--discard-comments", "speech.wav",
                    "note.ogg",
                ],
                input: [ProgramRun.File("speech.wav", sound)], output: ["note.ogg"], limits: limits))
        guard let bytes = note.files["note.ogg"], let result = VoiceNote(bytes) else {
            throw .noAudio(note.standardError)
        }
        return result
    }

    private func run(_ run: ProgramRun) async throws(SpeechError) -> ProgramResult {
        do throws(ProgramError) { return try await runner.run(run) } catch { throw .program(error) }
    }
}

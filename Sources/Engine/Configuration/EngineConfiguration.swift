package import ContactPolicy
package import Dialogue
package import Domain
package import Language

/// What every entry is applied with: values that are the same for a whole run of the program, and for its replay.
package struct EngineConfiguration: Sendable {
    /// How text is understood.
    package var listener: Listener
    /// Finds a creditor's own answers by meaning; without it nobody's are looked for.
    package var reader: Reader?
    /// The contact policy in force.
    package var contactRules: ContactRules
    package var calendar: BrazilianCalendar
    /// How long a send without an answer waits for a status that carries its key, in milliseconds.
    package var unknownWaitMilliseconds: Int64
    /// How long an answer waits for a picture to be read or a voice note to be heard, in milliseconds.
    package var fileWaitMilliseconds: Int64
    /// Cases that one `cases.due` entry looks at.
    package var casesPerEntry: Int

    package init(
        listener: Listener, reader: Reader? = nil, contactRules: ContactRules, calendar: BrazilianCalendar = .standard,
        unknownWaitMilliseconds: Int64 = 300_000, fileWaitMilliseconds: Int64 = 40_000, casesPerEntry: Int = 200
    ) {
        self.listener = listener
        self.reader = reader
        self.contactRules = contactRules
        self.calendar = calendar
        self.unknownWaitMilliseconds = unknownWaitMilliseconds
        self.fileWaitMilliseconds = fileWaitMilliseconds
        self.casesPerEntry = casesPerEntry
    }
}

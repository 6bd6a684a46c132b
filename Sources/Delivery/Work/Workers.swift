package import AsyncHTTPClient
package import Reading
package import Store

/// Who does which kind of work, with what is configured for it.
package struct Workers: Sendable {
    private let receipts: ReceiptReader
    private let addresses: AssistAddresses
    private let client: AssistClient
    private let banks: PixBanks

    package init(
        client: HTTPClient, addresses: AssistAddresses = AssistAddresses(), receipts: ReceiptReader = ReceiptReader(),
        banks: PixBanks = .none
    ) {
        self.client = AssistClient(client: client)
        self.addresses = addresses
        self.receipts = receipts
        self.banks = banks
    }

    package func worker(for kind: WorkKind) -> any Worker {
        switch kind {
        case .documentDraw: DocumentDrawing()
        case .receiptRead: ReceiptScanning(reader: receipts)
        case .voiceHear: VoiceHearing(service: addresses.transcription, client: client)
        case .assistUnderstand: AssistAsking(question: .understand, service: addresses.chat, client: client)
        case .assistRephrase: AssistAsking(question: .rephrase, service: addresses.chat, client: client)
        case .voiceSpeak: VoiceSpeaking(service: addresses.speech, voice: addresses.voice, client: client)
        case .pixCharge, .pixCancel, .pixRefund, .pixReceived: PixErrands(banks: banks)
        }
    }
}

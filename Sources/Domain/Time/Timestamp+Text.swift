extension Timestamp {
    /// RFC 3339 as seen in a zone: `2026-11-23T09:30:00-03:00`; milliseconds only where they are not zero.
    package func rfc3339(in zone: Zone) -> String {
        let local = zone.localTime(self)
        let second = local.millisecondOfDay / 1000 % 60
        let millisecond = local.millisecondOfDay % 1000
        var text = "\(local.day.iso)T\(local.clock):\(padded(second, 2))"
        if millisecond != 0 { text += ".\(padded(millisecond, 3))" }
        guard zone.offsetMinutes != 0 else { return text + "Z" }
        let offset = abs(zone.offsetMinutes)
        return text + (zone.offsetMinutes < 0 ? "-" : "+") + "\(padded(offset / 60, 2)):\(padded(offset % 60, 2))"
    }

    /// Reads RFC 3339: `2026-11-23T12:30:00.250Z`, `2026-11-23 09:30:00-03:00`. The offset is required; digits after
    /// the third decimal are dropped.
    package init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = CalendarDay(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = Timestamp.number(bytes[11..<13]), hour < 24,
            let minute = Timestamp.number(bytes[14..<16]), minute < 60,
            let second = Timestamp.number(bytes[17..<19]), second <= 60
        else { return nil }
        var index = 19
        var millisecond = 0
        if bytes[index] == UInt8(ascii: ".") {
            let digits = bytes[(index + 1)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty else { return nil }
            index += 1 + digits.count
            let three = Array(digits.prefix(3)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - digits.count))
            millisecond = Timestamp.number(three[...]) ?? 0
        }
        guard let offset = Timestamp.offsetMinutes(bytes[index...]) else { return nil }
        let dayMilliseconds = Int64((hour * 60 + minute - offset) * 60 + second) * 1000 + Int64(millisecond)
        self.init(milliseconds: Int64(day.number) * 86_400_000 + dayMilliseconds)
    }

    private static func offsetMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first else { return nil }
        if bytes.count == 1 { return sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") ? 0 : nil }
        let rest = Array(bytes.dropFirst())
        guard rest.count == 5, rest[2] == UInt8(ascii: ":"), let hours = number(rest[0..<2]), hours < 24,
            let minutes = number(rest[3..<5]), minutes < 60
        else { return nil }
        switch sign {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return bytes.isEmpty ? nil : value
    }
}

/// The market's bands of delay, in days past due.
package enum AgeingBucket: String, CaseIterable, Comparable, Codable, Sendable {
    case preventive = "preventive"
    case days1to10 = "1-10"
    case days11to30 = "11-30"
    case days31to60 = "31-60"
    case days61to90 = "61-90"
    case days91to180 = "91-180"
    case days181to360 = "181-360"
    case days361to720 = "361-720"
    case days721to1080 = "721-1080"
    case days1081to1825 = "1081-1825"
    /// Past the usual five years (CC art. 206 §5 I): not to be collected unless an interruption is on record.
    case prescribed = "over-1825"

    package init(daysPastDue days: Int) {
        self =
            switch days {
            case ...0: .preventive
            case ...10: .days1to10
            case ...30: .days11to30
            case ...60: .days31to60
            case ...90: .days61to90
            case ...180: .days91to180
            case ...360: .days181to360
            case ...720: .days361to720
            case ...1080: .days721to1080
            case ...1825: .days1081to1825
            default: .prescribed
            }
    }

    /// First and last day; nil bounds are open.
    package var days: (first: Int?, last: Int?) {
        switch self {
        case .preventive: (nil, 0)
        case .days1to10: (1, 10)
        case .days11to30: (11, 30)
        case .days31to60: (31, 60)
        case .days61to90: (61, 90)
        case .days91to180: (91, 180)
        case .days181to360: (181, 360)
        case .days361to720: (361, 720)
        case .days721to1080: (721, 1080)
        case .days1081to1825: (1081, 1825)
        case .prescribed: (1826, nil)
        }
    }

    package static func < (left: AgeingBucket, right: AgeingBucket) -> Bool {
        (left.days.first ?? Int.min) < (right.days.first ?? Int.min)
    }
}

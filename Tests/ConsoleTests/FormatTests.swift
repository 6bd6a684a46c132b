import Domain
import Testing

@testable import Console

@Suite("How the console writes figures and times")
struct FormatTests {
    @Test(
        "durations use the largest unit that says something",
        arguments: [
            (0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (3660, "1 h 01 min"),
            (7560, "2 h 06 min"),
            (86_399, "23 h 59 min"), (86_400, "1 dia"), (200_000, "2 dias"), (-5, "0 s"),
        ])
    func durations(seconds: Int, text: String) {
        #expect(Format.duration(seconds: seconds).replacing("\u{A0}", with: " ") == text)
    }

    @Test(
        "shares are whole percents, rounded half up, and a dash where nothing was counted",
        arguments: [
            (1, 2, "50 %"), (1, 3, "33 %"), (2, 3, "67 %"), (1, 200, "1 %"), (0, 9, "0 %"), (9, 9, "100 %"),
            (0, 0, "–"),
        ])
    func percents(part: Int, whole: Int, text: String) {
        #expect(Format.percent(part, of: whole).replacing("\u{A0}", with: " ") == text)
    }

    @Test("means have one decimal", arguments: [(462, "4,6"), (465, "4,7"), (500, "5,0"), (100, "1,0"), (449, "4,5")])
    func means(hundredths: Int, text: String) {
        #expect(Format.tenths(ofHundredths: hundredths) == text)
    }

    @Test(
        "an instant says the clock today, the day before that, and the year in another year",
        arguments: [(0, 14, 5, "14:05"), (1, 9, 4, "dom 22 nov 09:04"), (365, 9, 4, "dom 23 nov 2025 09:04")])
    func instants(daysAgo: Int, hour: Int, minute: Int, text: String) {
        #expect(Format.short(Samples.at(daysAgo, hour, minute), now: Samples.now, in: .brasilia) == text)
    }

    @Test("time ago is used within the hour only, and never for what is still to come")
    func ago() {
        let frame = Samples.frame
        func text(_ at: Timestamp) -> String { div { frame.ago(at) }.elements().first?.text ?? "" }
        #expect(text(Samples.now.adding(seconds: -30)) == "agora")
        #expect(text(Samples.now.adding(minutes: -4)) == "há 4\u{A0}min")
        #expect(text(Samples.now.adding(minutes: -61)) == "13:04")
        #expect(text(Samples.now.adding(minutes: 3)) == "14:08")
    }

    @Test("chart figures are JSON whatever the names hold")
    func json() {
        #expect(ChartData.quoted("a\"b\\c\n\u{1}é") == "\"a\\\"b\\\\c\\u000a\\u0001é\"")
    }

    @Test(
        "chat marks count at the edges of words only",
        arguments: [
            ("*a b*", "<strong>a b</strong>"), ("2*3*4", "2*3*4"), ("* a*", "* a*"), ("*a\nb*", "*a\nb*"),
            ("_x_ e ~y~", "<em>x</em> e <del>y</del>"), ("*_z_*", "<strong><em>z</em></strong>"),
            ("snake_case_nome", "snake_case_nome"),
            ("**", "**"), ("*a", "*a"), ("(*a*)", "(<strong>a</strong>)"), ("*<i>*", "<strong>&lt;i&gt;</strong>"),
        ])
    func marks(text: String, markup: String) {
        #expect(ChatText.html(text).markup() == markup)
    }

    @Test("marks nested without end do not make the page slow or deep")
    func marksAreBounded() {
        let text = String(repeating: "*_~", count: 400) + "x" + String(repeating: "~_*", count: 400)
        #expect(ChatText.html(text).markup().contains("x"))
    }
}

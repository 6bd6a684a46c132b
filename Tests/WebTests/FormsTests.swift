import Testing

@testable import Web

@Suite("Forms as browsers send them")
struct FormsTests {
    @Test(
        "fields are decoded as the URL standard says",
        arguments: [
            ("a=1&b=2", ["a": "1", "b": "2"]), ("texto=Ol%C3%A1+C%C3%A9lia%21", ["texto": "Olá Célia!"]),
            ("a=x%3Dy%26z", ["a": "x=y&z"]), ("a=1=2", ["a": "1=2"]), ("a", ["a": ""]), ("&&a=1&", ["a": "1"]),
            ("a=%", ["a": "%"]), ("a=%4", ["a": "%4"]), ("a=%zz", ["a": "%zz"]), ("a=1&a=2", ["a": "2"]),
            ("n%6fme=x", ["nome": "x"]), ("a=%0D%0Ab", ["a": "\r\nb"]),
        ] as [(String, [String: String])])
    func fields(_ text: String, _ expected: [String: String]) {
        let fields = FormFields(urlEncoded: Array(text.utf8))
        for (name, value) in expected { #expect(fields[name] == value) }
        #expect(fields["nenhum"] == "")
    }

    private func form(_ lines: [String]) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    @Test("a form with a file keeps the file's bytes as they are, line ends and boundaries in them included")
    func multipart() throws {
        let content = "nome;valor\r\nAna;1,00\r\n--outra\r\n\r\n"
        let bytes = form([
            "--X y", "Content-Disposition: form-data; name=\"csrf\"", "", "t0ken", "--X y",
            "Content-Disposition: form-data; name=\"arquivo\"; filename=\"carteira; 1.csv\"", "Content-Type: text/csv",
            "",
            content, "--X y--", "",
        ])
        let form = try #require(MultipartForm(bytes, contentType: "multipart/form-data; boundary=\"X y\""))
        #expect(form.fields["csrf"] == "t0ken")
        let file = try #require(form.files["arquivo"])
        #expect(file.name == "carteira; 1.csv")
        #expect(String(decoding: file.bytes, as: UTF8.self) == content)
    }

    @Test("an empty file and an empty field are there, and empty")
    func emptyParts() throws {
        let bytes = form([
            "--b", "content-disposition: form-data; name=arquivo; filename=\"\"", "", "", "--b",
            "Content-Disposition: form-data; name=\"x\"", "", "", "--b--",
        ])
        let form = try #require(MultipartForm(bytes, contentType: "multipart/form-data; boundary=b"))
        #expect(form.files["arquivo"]?.bytes.isEmpty == true)
        #expect(form.fields["x"] == "")
    }

    @Test("every beginning of a form that is cut off is refused, and none of them stops the program")
    func truncated() {
        let whole = form([
            "--b", "Content-Disposition: form-data; name=\"a\"; filename=\"f\"", "", "dados", "--b",
            "Content-Disposition: form-data; name=\"c\"", "", "1", "--b--",
        ])
        for length in 0..<whole.count {
            let form = MultipartForm(Array(whole.prefix(length)), contentType: "multipart/form-data; boundary=b")
            #expect(form == nil, "\(length) of \(whole.count) bytes")
        }
        #expect(MultipartForm(whole, contentType: "multipart/form-data; boundary=b") != nil)
    }

    @Test(
        "what is no such form is refused",
        arguments: [
            "", "text/csv", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
        ])
    func types(_ type: String) {
        let bytes = form(["--b", "Content-Disposition: form-data; name=\"a\"", "", "1", "--b--"])
        #expect(MultipartForm(bytes, contentType: type) == nil)
    }
}

#!/usr/bin/python3
"""A person's day in a real browser: headless Chromium against `quita demo`.

    walk.py QUITA [FOLDER]      FOLDER: where pictures of the pages go; none are taken without it

Needs Debian's chromium, chromium-driver and python3-selenium. Waits are waits for something that is seen; nothing sleeps
for a guessed time. Ends with "N passed, N failed".
"""
import re
import subprocess
import sys
import traceback
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

DESKTOP, PHONE = (1440, 900), (390, 844)
PAGES = ["painel", "atendimento", "carteira", "reguas", "modelos", "conformidade", "importacoes", "ajustes", "telefone",
         "pagamentos", "fechamento"]


class Demonstration:
    """`quita demo` on a free port, with an address and somebody who may sign in."""

    def __init__(self, program):
        self.process = subprocess.Popen(
            [program, "demo", "--clients", "300", "--speed", "1", "--port", "0", "--seconds", "900"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        said = ""
        for line in self.process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        found = re.search(r"running: (http://\S+)\s+sign in as\s+(\S+)\s+password\s+(\S+)", said)
        if not found:
            raise SystemExit("the demonstration did not start:\n" + said + self.process.stderr.read())
        self.address, self.login, self.password = found.groups()

    def stop(self):
        self.process.terminate()
        code = self.process.wait(timeout=60)
        check(code == 0, f"the demonstration ends with {code} on SIGTERM:\n{self.process.stderr.read()[-2000:]}")


class Wrong(Exception):
    pass


def check(holds, what):
    if not holds:
        raise Wrong(what)


class Visitor:
    def __init__(self, demonstration, size, pictures):
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=pt-BR"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.size, self.pictures, self.base = size, pictures, demonstration.address
        # Headless windows have a least width; the view is set, as a phone's is.
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 600})
        self.sign_in(demonstration)

    def sign_in(self, demonstration):
        self.go("entrar")
        self.one("#email").send_keys(demonstration.login)
        self.one("#senha").send_keys(demonstration.password + Keys.ENTER)
        self.until(lambda: "/painel" in self.driver.current_url, "signing in leads to the dashboard")

    def go(self, path):
        self.driver.get(f"{self.base}/{path.lstrip('/')}")

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def until(self, condition, what, seconds=60):
        try:
            WebDriverWait(self.driver, seconds, ignored_exceptions=(Exception,)).until(lambda _: condition())
        except Exception as error:
            raise Wrong(f"within {seconds} s: {what}") from error

    def picture(self, name):
        if self.pictures:
            suffix = "" if self.size == DESKTOP else f"-{self.size[0]}"
            self.driver.save_screenshot(str(self.pictures / f"{name}{suffix}.png"))

    def look(self, name):
        """What must hold of every page."""
        problems = self.driver.execute_script(
            """
            const wrong = [];
            const wide = document.documentElement.scrollWidth - window.innerWidth;
            if (wide > 1) wrong.push(`wider than the screen by ${wide} px`);
            if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
            if (document.documentElement.lang !== 'pt-BR') wrong.push('no language');
            if (!document.title.includes('Quita')) wrong.push('no title');
            for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
              if (!field.labels.length && !field.getAttribute('aria-label')) wrong.push(`unlabelled ${field.name}`);
            for (const button of document.querySelectorAll('button, a[href]'))
              if (!(button.textContent.trim() || button.getAttribute('aria-label') || button.querySelector('img[alt]'))) wrong.push(`unnamed ${button.outerHTML.slice(0, 80)}`);
            for (const image of document.images) if (!image.hasAttribute('alt')) wrong.push('image without words');
            const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
            for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`id twice: ${id}`);
            return wrong;
            """)
        errors = [e["message"] for e in self.driver.get_log("browser") if e["level"] == "SEVERE"]
        check(not problems and not errors, f"/{name} at {self.size[0]} px: {problems + errors}")
        self.picture(name)

    def quit(self):
        self.driver.quit()


def pages(visitor):
    """Every page of the rail answers, fits, and is labelled."""
    for page in PAGES:
        visitor.go(page)
        visitor.look(page)
    visitor.go("carteira")
    visitor.until(lambda: visitor.all("tbody a[href*='/casos/']"), "the portfolio lists cases")
    visitor.go(visitor.one("tbody a[href*='/casos/']").get_attribute("href").split(visitor.base)[1])
    visitor.look("caso")
    visitor.go("nada-disso")
    check("404" in visitor.driver.page_source or "não" in visitor.one("h1").text.lower(), "an unknown page says so")
    visitor.driver.get_log("browser")


def facts(visitor):
    """What the phone's page tells about the person who holds it."""
    found = {}
    for list_ in visitor.all("dl.facts"):
        names = [e.text.strip().lower() for e in list_.find_elements(By.CSS_SELECTOR, "dt")]
        values = [e.text.strip() for e in list_.find_elements(By.CSS_SELECTOR, "dd")]
        found.update(zip(names, values))
    return found


def hold(visitor, besides=None):
    """Opens the phone of somebody who has written nothing yet; from then on nobody is simulated there."""
    visitor.go("telefone")
    for address in [a.get_attribute("href") for a in visitor.all("tbody a[href*='/telefone/']")]:
        debtor = address.rsplit("/", 1)[1].split("?")[0]
        if debtor == besides:
            continue
        visitor.go(address.split(visitor.base)[1])
        if not visitor.all("li.bubble.out"):
            return debtor
    raise Wrong("there is a client who has not written yet")


def hurry(visitor, speed):
    """Sets the demonstration's clock to a speed, as its form does."""
    status = visitor.driver.execute_async_script(
        """
        const [speed, done] = arguments;
        const csrf = document.querySelector('input[name=csrf]').value;
        fetch('/relogio', {method: 'POST', body: new URLSearchParams({csrf, velocidade: speed, volta: '/painel'})})
          .then((answer) => done(answer.status), (error) => done(String(error)));
        """, str(speed))
    check(status == 200, f"the clock takes a speed: {status}")


def settle(visitor, debtor):
    """A newcomer is a client: writes, proves who they are, chooses, pays, and is thanked."""
    visitor.go(f"telefone/{debtor}")
    known = facts(visitor)
    cpf = next((re.sub(r"\D", "", value) for name, value in known.items() if "cpf" in name), "")
    check(len(cpf) == 11, f"the page shows the data with which this person proves who they are: {known}")

    def said():
        return [b.text for b in visitor.all("li.bubble.in")]

    def write(text):
        before = len(said())
        visitor.one("#texto").send_keys(text + Keys.ENTER)
        visitor.until(lambda: len(said()) > before, f"an answer to: {text}")
        return "\n".join(said()[before:])

    def tap(label):
        before = len(said())
        buttons = [b for b in visitor.all("li.bubble.in button") if label in b.text.lower() and b.is_enabled()]
        check(buttons, f"a button that says {label!r}; the chat ends with {said()[-1:]}")
        visitor.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", buttons[-1])
        buttons[-1].click()
        visitor.until(lambda: len(said()) > before, f"an answer to the button {label!r}")

    first = write("oi, aqui é a própria pessoa, pode falar")
    for word in ["R$", "dívida", "débito", "parcela", "vencid"]:
        check(word not in first, f"nothing of the debt before proof: {first}")
    write(f"sou eu sim, meu cpf é {cpf}")
    visitor.until(lambda: any("R$" in text for text in said()), "after proof the debt is explained")
    write("quero pagar à vista no pix agora")
    for label in ["confirm", "sim", "fechar"]:
        if not visitor.all("code.pix-code") and any(label in b.text.lower() for b in visitor.all("li.bubble.in button")):
            tap(label)
            break
    visitor.until(lambda: visitor.all("code.pix-code"), "a Pix code to copy")
    visitor.until(lambda: visitor.all("li.bubble.in .picture img"), "the QR picture stands in the chat")
    visitor.picture("telefone-pix")
    before = len(said())
    pay = visitor.all("form[action$='/pagar'] button")[-1]
    visitor.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", pay)
    pay.click()
    visitor.until(lambda: any(re.search(r"receb|confirm|obrigad", t.lower()) for t in said()[before:]), "the payment is confirmed")
    visitor.look("telefone-pago")


def take_over(visitor, debtor):
    """A colleague reads the history, takes over, answers, and hands back; the client sees it."""
    visitor.go(f"telefone/{debtor}")
    link = visitor.one("a[href*='/casos/']").get_attribute("href")
    visitor.go(link.split(visitor.base)[1])
    visitor.look("caso-pago")
    visitor.go("atendimento")
    rows = visitor.all("a[href*='/atendimento/']")
    check(rows, "the desk lists conversations")
    visitor.go(rows[0].get_attribute("href").split(visitor.base)[1])
    visitor.one("form[action$='/assumir'] button").click()
    visitor.until(lambda: visitor.all("form[action$='/devolver']"), "the conversation is ours")
    visitor.look("atendimento-meu")
    if visitor.all("#resposta textarea"):
        visitor.one("#resposta textarea").send_keys("Oi, aqui é a Ana, da equipe. Vou te ajudar.")
        visitor.one("#resposta button[type=submit]").click()
        visitor.until(
            lambda: any("aqui é a Ana" in b.text for b in visitor.all("li.bubble.out")), "what was written stands in the chat")
    visitor.one("form[action$='/devolver'] button").click()
    visitor.until(lambda: visitor.all("form[action$='/assumir']"), "the assistant has it back")


def funnel(visitor):
    """Without anybody doing anything the funnel fills."""
    def figures():
        visitor.go("painel")
        return [int(n.replace(".", "")) for n in re.findall(r"\b\d[\d.]*\b", visitor.one(".funnel").text)]
    visitor.until(lambda: sum(1 for n in figures() if n > 0) >= 4, "people were written to, read and answered", 240)
    visitor.look("painel-cheio")


def main():
    program = sys.argv[1]
    pictures = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    demonstration = Demonstration(program)
    passed = failed = 0

    def run(name, body):
        nonlocal passed, failed
        try:
            result = body()
            passed += 1
            print(f"ok      {name}", flush=True)
            return result
        except Exception as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
            for visitor in (desktop, phone):
                chat = [f"    {b.get_attribute('class').split()[1]:>4}: {b.text}" for b in visitor.all("li.bubble")]
                if "390" in name or visitor is desktop:
                    print("\n".join(chat[-8:]), flush=True)
            if not isinstance(error, Wrong):
                traceback.print_exc()

    desktop, phone = Visitor(demonstration, DESKTOP, pictures), Visitor(demonstration, PHONE, pictures)
    try:
        debtor = hold(desktop)
        other = hold(phone, besides=debtor)
        hurry(desktop, 40)
        run("a debt is settled in the chat, at 1440 px", lambda: settle(desktop, debtor))
        run("a debt is settled in the chat, at 390 px", lambda: settle(phone, other))
        run("pages at 1440 px", lambda: pages(desktop))
        run("pages at 390 px", lambda: pages(phone))
        run("a colleague takes over and hands back", lambda: take_over(desktop, debtor))
        run("the funnel fills", lambda: funnel(desktop))
    finally:
        desktop.quit()
        phone.quit()
        run("the demonstration ends in order", demonstration.stop)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

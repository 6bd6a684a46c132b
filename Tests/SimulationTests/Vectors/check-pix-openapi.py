"""Checks calls of the Pix API against the Central Bank's OpenAPI file (2.9.0).

Usage: check-pix-openapi.py FILE.yaml < CALLS
Each input line is one of
  {"kind": "request", "method": "PUT", "path": "/cob/…", "query": {…}, "document": …}
  {"kind": "answer", "method": "PUT", "path": "/cob/…", "status": 201, "document": …}
  {"kind": "callback", "name": "pix" | "rec" | "cobr", "document": …}
For each line that breaks the file one line is printed: the line's number, where, and what. The last line is "checked N".
Keys that the file does not know are refused too, at every level, but for the few that banks are known to add.

The file has mistakes. They are mended below before it is used, each with its reason, and nothing else is.
"""

import json
import re
import sys

import yaml
from jsonschema import Draft202012Validator

# Beyond the file: what many banks add to a received Pix, and the key beside its webhook (in the file's examples).
ADDED = {"pagador", "chave"}

CALLBACKS = {"pix": "WebhookPixBody", "rec": "WebhookRecBody", "cobr": "WebhookCobRBody"}


def load(path):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


def drop_required(schema, *keys):
    schema["required"] = [key for key in schema.get("required", []) if key not in keys]


def mend(node):
    if isinstance(node, dict):
        pattern = node.get("pattern")
        if isinstance(pattern, str):
            # A pattern in slashes is a pattern; one without anchors means the whole value.
            pattern = pattern.strip("/")
            node["pattern"] = pattern if pattern.startswith("^") else f"^(?:{pattern})$"
        for value in node.values():
            mend(value)
    elif isinstance(node, list):
        for value in node:
            mend(value)


def mend_schemas(schemas):
    # Two faces of a discount that the file does not tell apart: with neither key required, both fit.
    first = schemas["CobVValor"]["properties"]["desconto"]["oneOf"][0]
    first["required"] = ["descontoDataFixa"]
    # Likewise the two ends of a recurrence and of its charges.
    for name in ("RecEncerramento", "CobRAtualizacao"):
        end = schemas[name]["properties"]["encerramento"]
        for face in end.pop("oneOf"):
            end.setdefault("properties", {}).update(face["properties"])
    # An amount of a recurrent Pix is a text, not an object of components.
    schemas["PixAutomatico"]["properties"]["valor"].pop("anyOf")
    # Keys that the schemas name nowhere (idCob, retentativa, rec, cobs), or that only answers can have (idRec).
    drop_required(schemas["PixConsultados"], "cobs")
    for name in ("CobsConsultadas", "CobsVConsultadas"):
        drop_required(schemas[name]["properties"]["cobs"]["items"]["allOf"][1], "idCob")
    drop_required(schemas["RecBase"], "idRec", "retentativa")
    drop_required(schemas["SolicRecCompleta"], "rec")
    drop_required(schemas["SolicRecBase"], "pagador")
    schemas["RecNotification"]["required"] = ["idRec", "status", "atualizacao"]
    # The payer's bank is known only once the payer has answered.
    drop_required(schemas["DadosPagadorRec"], "ispbParticipante")
    # Required beside "recebedor", while the keys stand inside of it.
    drop_required(schemas["DadosRecebedor"], "logradouro", "cidade", "uf", "cep")
    # An address in a request is named by its id alone, as the file's own examples do.
    drop_required(schemas["PayloadLocationCob"], "tipoCob")
    schemas["PayloadLocationCob"]["properties"]["tipoCob"] = {"type": "string", "enum": ["cob", "cobv"]}
    # An address inside a charge tells the charge's txid, which it requires and does not describe.
    schemas["PayloadLocation"]["properties"]["txid"] = {"$ref": "#/components/schemas/TxId"}
    # Said by the examples and by GET /locrec, but not by the schema.
    schemas["PayloadLocationRecGerada"]["properties"]["tipo"] = {"type": "string", "enum": ["rec"]}
    # The number of a batch's charges grows; the file forgets the batch's own number in some answers.
    drop_required(schemas["LoteCobVConsultado"], "id")
    # Required of a charge with a due date, and described for an immediate one only.
    schemas["CobVGerada"]["allOf"].append({"properties": {"location": {"type": "string", "maxLength": 77}}})
    # A received Pix may have a static code's short txid: the longer pattern stands beside the one that is meant.
    for schema in (schemas["Pix"], schemas["PixAutomatico"], schemas["ParametrosConsultaPix"]):
        schema["properties"]["txid"]["allOf"].pop(0)
    # What the file's own examples show in these answers, and the schemas forget.
    schemas["RecGerada"]["allOf"].append({"$ref": "#/components/schemas/RecConfiguracao"})
    for name in ("RecConfiguracao", "CobRAtualizacao", "CobRTentativas"):
        schemas["CobRGerada"]["allOf"].append({"$ref": f"#/components/schemas/{name}"})
    schemas["CobRCompleta"]["allOf"].append(
        {"properties": {"recebedor": {"$ref": "#/components/schemas/PessoaJuridicaRecorrencia"}}})
    # A charge of a recurrence has no other payer than its recurrence's.
    drop_required(schemas["CobRSolicitada"], "devedor")


class Checker:
    def __init__(self, path):
        document = load(path)
        self.components = document["components"]
        mend(self.components)
        mend_schemas(self.components["schemas"])
        self.operations = []
        for template, methods in document["paths"].items():
            # Addresses of payloads would match everything.
            if template in ("/{pixUrlAccessToken}", "/cobv/{pixUrlAccessToken}", "/rec/{recUrlAccessToken}"):
                continue
            expression = re.compile("^" + re.sub(r"\{[^}]*\}", "[^/]+", template) + "$")
            for method, operation in methods.items():
                if method in ("get", "put", "post", "patch", "delete"):
                    self.operations.append((method.upper(), expression, operation))

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.components
            for part in node["$ref"].split("/")[2:]:
                target = target[part]
            node = target
        return node

    def operation(self, call):
        for method, expression, operation in self.operations:
            if method == call["method"] and expression.match(call["path"]):
                return operation
        return None

    def schema_of(self, holder):
        content = self.resolve(holder).get("content", {})
        return next(iter(content.values()))["schema"] if content else None

    def errors(self, schema, value):
        whole = dict(schema)
        whole["components"] = self.components
        for error in Draft202012Validator(whole).iter_errors(value):
            yield f"/{'/'.join(str(part) for part in error.absolute_path)}: {error.message[:300]}"

    def known(self, schema):
        """Every property that a schema knows, with all the schemas that describe it."""
        schema = self.resolve(schema)
        found = {}
        for name, inner in schema.get("properties", {}).items():
            found.setdefault(name, []).append(inner)
        for word in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(word, []):
                for name, inner in self.known(part).items():
                    found.setdefault(name, []).extend(inner)
        return found

    def items(self, schema):
        schema = self.resolve(schema)
        found = [schema["items"]] if "items" in schema else []
        for word in ("allOf", "oneOf", "anyOf"):
            for part in schema.get(word, []):
                found += self.items(part)
        return found

    def unknown(self, schemas, value, place):
        if isinstance(value, dict):
            known = {}
            for schema in schemas:
                for name, inner in self.known(schema).items():
                    known.setdefault(name, []).extend(inner)
            for key, inner in value.items():
                if key in known:
                    yield from self.unknown(known[key], inner, f"{place}/{key}")
                elif key not in ADDED:
                    yield f"{place}: unknown key {key}"
        elif isinstance(value, list):
            inner = [item for schema in schemas for item in self.items(schema)]
            for item in value:
                yield from self.unknown(inner, item, place)

    def both(self, schema, value):
        yield from self.errors(schema, value)
        yield from self.unknown([schema], value, "")

    def request(self, operation, call):
        names = {self.resolve(parameter)["name"] for parameter in operation.get("parameters", [])}
        for name in call.get("query", {}):
            if name not in names:
                yield f"?{name}: unknown parameter"
        for parameter in map(self.resolve, operation.get("parameters", [])):
            if parameter["in"] == "query" and parameter.get("required") and parameter["name"] not in call["query"]:
                yield f"?{parameter['name']}: missing"
        body = call.get("document")
        if "requestBody" not in operation:
            if body is not None:
                yield "a body where none belongs"
        elif body is not None:
            yield from self.both(self.schema_of(operation["requestBody"]), body)
        elif call["path"] != "/locrec":
            yield "no body"

    def answer(self, operation, call):
        status = str(call["status"])
        # These are the gateway's, and belong to every call.
        response = operation["responses"].get(status)
        if response is None:
            if status in ("400", "401", "429"):
                yield from self.both({"$ref": "#/components/schemas/Problema"}, call["document"])
            else:
                yield f"status {status} is not in the file"
            return
        schema = self.schema_of(response)
        if schema is None:
            if call.get("document") is not None:
                yield "a body where none belongs"
        else:
            yield from self.both(schema, call["document"])

    def check(self, call):
        if call["kind"] == "callback":
            body = self.components["requestBodies"][CALLBACKS[call["name"]]]
            yield from self.both(self.schema_of(body), call["document"])
            return
        operation = self.operation(call)
        if operation is None:
            yield f"no operation {call['method']} {call['path']}"
        elif call["kind"] == "request":
            yield from self.request(operation, call)
        else:
            yield from self.answer(operation, call)


def main():
    checker = Checker(sys.argv[1])
    count = 0
    for count, line in enumerate(sys.stdin, start=1):
        for error in checker.check(json.loads(line)):
            print(f"{count} {error}")
    print(f"checked {count}")


main()

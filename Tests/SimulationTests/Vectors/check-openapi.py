"""Checks documents against Meta's OpenAPI file of the WhatsApp Business Messaging API (v23.0).

Usage: check-openapi.py FILE.yaml < DOCUMENTS
Each input line is {"kind": "request" | "answer" | "error" | "webhook" | "mark" | "markAnswer", "document": ...}.
For each line that breaks the schema one line is printed: the line's number, where, and what.
The last line is "checked N".

The file has mistakes and is of November 2025. They are mended below before it is used, each with its reason, and nothing
else is.
"""

import json
import sys

import yaml
from jsonschema import Draft202012Validator


def load(path):
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


def merged(schemas, name):
    """One flat object schema out of an allOf, so that its unknown keys can be refused as a whole.

    Mended: parts of an allOf carry "additionalProperties: false", which refuses the keys of the other parts."""
    flat = {"type": "object", "required": [], "properties": {}}

    def add(part):
        if "$ref" in part:
            part = schemas[part["$ref"].rsplit("/", 1)[1]]
        for inner in part.get("allOf", []):
            add(inner)
        flat["required"] += [key for key in part.get("required", []) if key not in flat["required"]]
        flat["properties"].update(part.get("properties", {}))

    add(schemas[name])
    return flat


OUTGOING = {
    "text": "TextMessage", "audio": "AudioMessage", "document": "DocumentMessage", "image": "ImageMessage",
    "location": "LocationMessage", "video": "VideoMessage", "sticker": "StickerMessage", "reaction": "ReactionMessage",
    "interactive": "InteractiveMessage", "template": "TemplateMessage", "contacts": "ContactsMessage",
}

# Mended: IncomingMessage refers to the outgoing schemas of the same names; the incoming ones bear a number.
INCOMING = {
    "text": "TextMessage_2", "reaction": "ReactionMessage_1", "audio": "AudioMessage_1", "document": "DocumentMessage_1",
    "image": "ImageMessage_1", "sticker": "StickerMessage_1", "video": "VideoMessage_1", "location": "LocationMessage_1",
    "contacts": "ContactSharingMessage", "unsupported": "UnsupportedMessage", "button": "ButtonMessage",
    "interactive": "InteractiveMessageReply", "order": "OrderMessage", "system": "SystemMessage",
}


def drop_required(schema, *keys):
    schema["required"] = [key for key in schema.get("required", []) if key not in keys]


def mend(schemas):
    # Answers may quote without a catalogue product.
    drop_required(schemas["ContextObject"], "referred_product")
    # Statuses: voice notes are "played"; a user who hides the number has no recipient_id.
    schemas["Statuses"]["properties"]["status"]["enum"].append("played")
    drop_required(schemas["Statuses"], "recipient_id")
    # Since 2026 a user may be addressed by the business-scoped id; then there is no "to".
    drop_required(schemas["BaseMessageProperties"], "to")
    # A deterministic policy is the only one left, so it may be omitted.
    drop_required(schemas["LanguageObject"], "policy")
    # Kinds that the list of interactive types lacks.
    schemas["InteractiveObject"]["properties"]["type"]["enum"] += [
        "cta_url", "order_details", "order_status", "location_request_message"]
    # Another name that lost its number: errors inside messages have a title, not a type.
    schemas["UnsupportedMessage"]["allOf"][1]["properties"]["errors"]["items"] = {
        "$ref": "#/components/schemas/ErrorObject_2"}
    # Rows need no description.
    reply = schemas["InteractiveListReplyContent"]["properties"]["list_reply"]
    drop_required(reply, "description")
    # The regular expression of a button's index allows no button before the third.
    for name in ("TemplateComponent", "ButtonComponent"):
        drop_patterns(schemas[name])


def drop_patterns(node):
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            del node["pattern"]
        for value in node.values():
            drop_patterns(value)
    elif isinstance(node, list):
        for value in node:
            drop_patterns(value)


class Checker:
    def __init__(self, path):
        document = load(path)
        self.schemas = document["components"]["schemas"]
        mend(self.schemas)
        self.components = document["components"]

    def errors(self, schema, value):
        # References stay as they are written and are resolved against the components beside the schema.
        whole = dict(schema)
        whole["components"] = self.components
        for error in Draft202012Validator(whole).iter_errors(value):
            yield f"/{'/'.join(str(part) for part in error.absolute_path)}: {error.message[:300]}"

    def request(self, body):
        kind = body.get("type", "text")
        schema = merged(self.schemas, OUTGOING[kind])
        # Newer than the file, or documented elsewhere only.
        known = set(schema["properties"]) | {"recipient", "biz_opaque_callback_data"}
        for key in body:
            if key not in known:
                yield f"/: unknown key {key}"
        yield from self.errors(schema, body)

    def webhook(self, body):
        envelope = {
            "type": "object", "required": ["object", "entry"],
            "properties": {"object": {"const": "whatsapp_business_account"}, "entry": {"type": "array"}},
        }
        yield from self.errors(envelope, body)
        for entry in body.get("entry", []):
            if not isinstance(entry.get("id"), str):
                yield "/entry: no id"
            for change in entry.get("changes", []):
                # The file knows only one field of the many; the others are checked by our own fixtures.
                if change.get("field") == "messages":
                    yield from self.value(change["value"])

    def value(self, value):
        base = {"messaging_product": {"const": "whatsapp"}, "metadata": {"$ref": "#/components/schemas/Metadata"},
                "contacts": {"type": "array", "items": {"$ref": "#/components/schemas/ContactProfile"}}}
        yield from self.errors(
            {"type": "object", "required": ["messaging_product", "metadata"], "properties": base}, value)
        for status in value.get("statuses", []):
            yield from self.errors({"$ref": "#/components/schemas/Statuses"}, status)
        for message in value.get("messages", []):
            if message["type"] != "system" and "contacts" not in value:
                yield "/contacts: missing"
            if message["type"] not in INCOMING:
                yield f"/messages: unknown type {message['type']}"
                continue
            schema = merged(self.schemas, INCOMING[message["type"]])
            # Mended: incoming schemas are built upon the properties of outgoing ones.
            own = self.schemas["BaseMessageProperties_1"]
            schema["properties"] = {**own["properties"], **schema["properties"]}
            for key in ("messaging_product", "recipient_type", "to"):
                schema["properties"].pop(key, None)
            # Who hides the number has no "from"; a quoted message is optional for all kinds.
            schema["properties"].pop("context", None)
            required = set(schema["required"]) - {"messaging_product", "recipient_type", "to", "context"}
            schema["required"] = sorted(required | {"id", "timestamp"})
            self.relax(message, schema)
            yield from self.errors(schema, message)

    def relax(self, message, schema):
        # A reaction that is taken back has no emoji; places sent from the map have neither name nor address.
        kind = message["type"]
        if kind == "reaction":
            schema["properties"]["reaction"] = json.loads(json.dumps(schema["properties"]["reaction"]))
            drop_required(schema["properties"]["reaction"], "emoji")
        if kind == "location":
            schema["properties"]["location"] = json.loads(json.dumps(schema["properties"]["location"]))
            drop_required(schema["properties"]["location"], "name", "address")

    def check(self, kind, document):
        if kind == "request":
            return self.request(document)
        if kind == "webhook":
            return self.webhook(document)
        names = {"answer": "MessageResponsePayload", "mark": "MarkMessageRequestPayload",
                 "markAnswer": "MarkMessageResponsePayload", "error": "GraphAPIError_3"}
        return self.errors({"$ref": f"#/components/schemas/{names[kind]}"}, document)


def main():
    checker = Checker(sys.argv[1])
    count = 0
    for number, line in enumerate(sys.stdin, 1):
        item = json.loads(line)
        count += 1
        for error in checker.check(item["kind"], item["document"]):
            print(f"{number} {item['kind']} {error} in {json.dumps(item['document'])[:400]}")
    print(f"checked {count}")


main()

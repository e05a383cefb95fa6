"""Parse every .eml file of a folder with Python's email package and print JSON.

Usage: parse.py FOLDER. The output maps each file's name to what an independent reader finds in it.
"""

import base64
import email
import email.header
import email.policy
import email.utils
import json
import pathlib
import sys


def mailboxes(raw_value):
    """Names and addresses of a header, read as the older mail programs do."""
    if raw_value is None:
        return []
    unfolded = "".join(raw_value.splitlines())
    return [
        [str(email.header.make_header(email.header.decode_header(name))), address]
        for name, address in email.utils.getaddresses([unfolded])
    ]


def shape(part):
    if part.is_multipart():
        inner = ", ".join(shape(child) for child in part.iter_parts())
        return f"{part.get_content_type()}[{inner}]"
    return part.get_content_type()


def defects(part):
    found = [repr(defect) for defect in part.defects]
    for name, value in part.items():
        found += [f"{name}: {defect!r}" for defect in getattr(value, "defects", [])]
    if part.is_multipart():
        for child in part.iter_parts():
            found += defects(child)
    return found


def content(message, kind):
    part = message.get_body(preferencelist=(kind,))
    return None if part is None else part.get_payload(decode=True).decode("utf-8")


def attachment(part):
    return {
        "filename": part.get_filename(),
        "fallback": part.get_param("name"),
        "type": part.get_content_type(),
        "bytes": base64.b64encode(part.get_payload(decode=True)).decode("ascii"),
    }


def parse(octets):
    message = email.message_from_bytes(octets, policy=email.policy.default)
    raw = email.message_from_bytes(octets, policy=email.policy.compat32)
    date = message["Date"].datetime
    return {
        "subject": str(message["Subject"]),
        "from": mailboxes(raw["From"]),
        "replyTo": mailboxes(raw["Reply-To"]),
        "to": mailboxes(raw["To"]),
        "date": int(date.timestamp()),
        "dateOffset": int(date.utcoffset().total_seconds()),
        "messageID": message["Message-ID"].strip(),
        "inReplyTo": (message["In-Reply-To"] or "").strip(),
        "references": (message["References"] or "").split(),
        "listUnsubscribe": "".join((message["List-Unsubscribe"] or "").split()),
        "language": message["Content-Language"],
        "text": content(message, "plain"),
        "html": content(message, "html"),
        "attachments": [attachment(part) for part in message.iter_attachments()],
        "shape": shape(message),
        "fields": message.keys(),
        "defects": defects(message),
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    json.dump(
        {path.name: parse(path.read_bytes()) for path in sorted(folder.glob("*.eml"))},
        sys.stdout,
    )


if __name__ == "__main__":
    main()

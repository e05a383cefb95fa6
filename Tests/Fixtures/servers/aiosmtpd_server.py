#!/usr/bin/python3
"""A well-behaved SMTP server for tests: Debian's python3-aiosmtpd, with TLS and a login.

It listens on a free port of 127.0.0.1, prints the port on one line and ends when its standard
input is closed. Needs a login before mail, and for --starttls TLS before the login.

  --folder DIR    where to write the file ledger, one JSON line for each message accepted: from, to
                  (a list), message (base64), hello, tls
  --login USER:SECRET
  --certificate FILE --key FILE, with --starttls or --tls; without them the server is plain
"""
import argparse, asyncio, base64, json, os, ssl, sys, threading
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--folder", required=True)
parser.add_argument("--login", required=True)
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--tls", action="store_true")
parser.add_argument("--starttls", action="store_true")
options = parser.parse_args()

class Ledger:
    async def handle_DATA(self, server, session, envelope):
        entry = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "message": base64.b64encode(envelope.content).decode(),
            "hello": session.host_name,
            "tls": session.ssl is not None or options.tls,
        }
        with open(os.path.join(options.folder, "ledger"), "a") as file:
            file.write(json.dumps(entry) + "\n")
        return "250 2.0.0 Ok: queued as A1"

def authenticate(server, session, envelope, mechanism, login):
    if not isinstance(login, LoginPassword):
        return AuthResult(success=False)
    given = login.login + b":" + login.password
    return AuthResult(success=given == options.login.encode(), handled=False)

context = None
if options.certificate:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)

def session():
    return SMTP(
        Ledger(), hostname="mx.test", data_size_limit=1 << 26, decode_data=False,
        tls_context=context if options.starttls else None,
        require_starttls=options.starttls, auth_required=True,
        auth_require_tls=options.starttls, authenticator=authenticate)

async def serve():
    server = await asyncio.get_running_loop().create_server(
        session, "127.0.0.1", 0, ssl=context if options.tls else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()

def end_with_input():
    sys.stdin.buffer.read()
    os._exit(0)

threading.Thread(target=end_with_input, daemon=True).start()
asyncio.run(serve())

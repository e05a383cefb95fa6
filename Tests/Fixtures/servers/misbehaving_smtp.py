#!/usr/bin/python3
"""An SMTP server that goes wrong on purpose, for tests. Python's standard library only.

It listens on a free port of 127.0.0.1, prints the port on one line and serves each connection in a
thread. When its standard input is closed it ends, after the sessions under way (or 10 s).

  --folder DIR    where to write two files:
                  ledger, one JSON line for each message accepted: from, to, message (base64, dots
                  undone), and log, one for each event: connect, tls, line (what a client sent
                  outside of messages), dot, close
  --tls | --starttls, with --certificate FILE --key FILE
  --auth LIST     mechanisms offered inside TLS (or always, without --starttls); empty: none
  --login USER:SECRET   what AUTH accepts; without it everything
  --drip          writes every reply one byte at a time
  --on PLACE=ACTION, any number of times: what to do at a place instead of the usual

A PLACE is greeting, ehlo, helo, starttls, auth, mail, rcpt, data, body (when the first line of the
message is there), dot (after the final dot), kept (after the reply to that) or quit; with #N only
the Nth time on this server.

An ACTION is wait or wait:ACTION (until there is a file go in the folder,
then go on as usual or with another action), reply:TEXT (\\n between the lines of a reply), accept:TEXT (at dot: write into the
ledger first, then reply), drop (reset the connection), keepdrop (at dot: write into the ledger,
then drop), stall (until the client goes), freeze (for ever, without reading), say:TEXT (write it and go on as usual), onebreath:TEXT (at data: write it
in one piece with the usual reply, and go on), last:TEXT (write
it and close, in one segment), long:CODE and big:CODE (200 kB and 8 MB of lines with that code), longline:CODE (one line of
8 MB), garbage (bytes that are neither SMTP nor TLS) or partial:TEXT (write it without a line end
and close).
"""
import argparse, base64, json, os, socket, ssl, struct, sys, threading, time

class Gone(Exception):
    """The connection is over."""

class Server:
    def __init__(self, options):
        self.options = options
        self.lock = threading.Lock()
        self.counts = {}
        self.actions = {}
        for rule in options.on:
            place, _, action = rule.partition("=")
            self.actions[place] = action
        self.context = None
        if options.certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(options.certificate, options.key)

    def note(self, name, entry):
        with self.lock, open(os.path.join(self.options.folder, name), "a") as file:
            file.write(json.dumps(entry) + "\n")

    def action(self, place):
        with self.lock:
            count = self.counts[place] = self.counts.get(place, 0) + 1
        return self.actions.get("%s#%d" % (place, count)) or self.actions.get(place)

class Session:
    def __init__(self, server, connection):
        self.server = server
        self.options = server.options
        self.connection = connection
        self.input = connection.makefile("rb")
        self.encrypted = False

    def log(self, event, **more):
        self.server.note("log", dict(event=event, encrypted=self.encrypted, **more))

    # Bytes

    def read_line(self):
        line = self.input.readline()
        if not line.endswith(b"\n"):
            raise Gone
        return line

    def write(self, data):
        if self.options.drip:
            for byte in data:
                self.connection.sendall(bytes([byte]))
        else:
            self.connection.sendall(data)

    def reply(self, text):
        lines = text.replace("\\n", "\n").split("\n")
        data = ""
        for number, line in enumerate(lines):
            if number + 1 < len(lines):
                line = line[:3] + "-" + line[4:]
            data += line + "\r\n"
        self.write(data.encode())

    def drop(self):
        # A reset, so that nothing hides the drop.
        raw = self.connection
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone

    def stall(self):
        while self.input.read1(65536):
            pass
        raise Gone

    # Actions

    def at(self, place, usual, accept=None):
        """Does what is ordered at a place; else, and after `say`, writes the usual reply.

        Returns whether the usual was done."""
        action = self.server.action(place)
        kind, _, text = (action or "").partition(":")
        if kind == "say":
            self.reply(text)
            kind = ""
        if kind == "wait":
            while not os.path.exists(os.path.join(self.options.folder, "go")):
                time.sleep(0.005)
            kind, _, text = text.partition(":")
        if kind in ("", "accept", "keepdrop") and accept:
            accept()
        if kind == "onebreath":
            self.write((usual + "\r\n" + text + "\r\n").encode())
            return True
        if kind == "":
            if usual:
                self.reply(usual)
            return True
        if kind in ("reply", "accept"):
            self.reply(text)
        elif kind in ("drop", "keepdrop"):
            self.drop()
        elif kind == "stall":
            self.stall()
        elif kind == "freeze":
            threading.Event().wait()
        elif kind in ("long", "big"):
            line = text.encode() + b"-" + b"x" * 996 + b"\r\n"
            self.write(line * (200 if kind == "long" else 8192) + text.encode() + b" the end\r\n")
        elif kind == "longline":
            self.write(text.encode() + b" " + b"x" * (8 << 20) + b"\r\n")
        elif kind == "last":
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 0)
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
            self.reply(text)
            raise Gone
        elif kind == "garbage":
            self.write(bytes(range(256)) * 4)
            raise Gone
        elif kind == "partial":
            self.write(text.encode())
            raise Gone
        else:
            raise ValueError("no such action: " + action)
        return False

    def secure(self):
        self.connection = self.server.context.wrap_socket(self.connection, server_side=True)
        self.input.close()
        self.input = self.connection.makefile("rb")
        self.encrypted = True
        self.log("tls")

    # The dialogue

    def serve(self):
        self.log("connect")
        if self.options.tls:
            self.secure()
        if not self.at("greeting", "220 mx.test ESMTP"):
            return
        sender = recipient = None
        while True:
            line = self.read_line()
            self.log("line", text=line.decode("latin-1"))
            words = line.decode("latin-1").strip().split(" ")
            verb = words[0].upper()
            if verb == "EHLO":
                extensions = ["250 mx.test"]
                if self.options.starttls and not self.encrypted:
                    extensions.append("250 STARTTLS")
                elif self.options.auth:
                    extensions.append("250 AUTH " + self.options.auth.replace(",", " "))
                if self.options.extensions:
                    extensions += ["250 8BITMIME", "250 ENHANCEDSTATUSCODES"]
                self.at("ehlo", "\n".join(extensions))
            elif verb == "HELO":
                self.at("helo", "250 mx.test")
            elif verb == "STARTTLS":
                if self.at("starttls", "220 2.0.0 go ahead"):
                    self.secure()
            elif verb == "AUTH":
                self.authenticate(words)
            elif verb == "MAIL":
                sender = line.decode("latin-1").split(":", 1)[1].strip()
                self.at("mail", "250 2.1.0 sender ok")
            elif verb == "RCPT":
                recipient = line.decode("latin-1").split(":", 1)[1].strip()
                self.at("rcpt", "250 2.1.5 recipient ok")
            elif verb == "DATA":
                if self.at("data", "354 go ahead"):
                    self.message(sender, recipient)
            elif verb == "QUIT":
                self.at("quit", "221 2.0.0 bye")
                return
            else:
                self.reply("502 5.5.2 not here")

    def authenticate(self, words):
        action_is_usual = self.at("auth", None)
        if not action_is_usual:
            return
        mechanism = words[1].upper()
        answers = words[2:]

        def ask(challenge):
            if answers:
                return answers.pop(0)
            self.reply("334 " + challenge)
            line = self.read_line().decode("latin-1")
            self.log("line", text=line)
            return line.strip()

        if mechanism == "LOGIN":
            login = [base64.b64decode(ask("VXNlcm5hbWU6")), base64.b64decode(ask("UGFzc3dvcmQ6"))]
        elif mechanism == "PLAIN":
            login = base64.b64decode(ask("")).split(b"\0")[1:]
        else:
            fields = base64.b64decode(ask("")).split(b"\1")
            login = [fields[0].partition(b"=")[2], fields[1].partition(b"Bearer ")[2]]
        wanted = self.options.login
        if wanted is None or b":".join(login) == wanted.encode():
            self.reply("235 2.7.0 welcome")
        elif mechanism == "XOAUTH2":
            ask(base64.b64encode(b'{"status":"401"}').decode())
            self.reply("535 5.7.8 token not accepted")
        else:
            self.reply("535 5.7.8 wrong user or password")

    def message(self, sender, recipient):
        body = bytearray()
        first = True
        while True:
            line = self.read_line()
            if first:
                first = False
                if not self.at("body", None):
                    return
            if line == b".\r\n":
                break
            body += line[1:] if line.startswith(b".") else line
        self.log("dot")
        entry = {"from": sender, "to": recipient, "message": base64.b64encode(body).decode()}
        accepted = lambda: self.server.note("ledger", entry)
        self.at("dot", "250 2.0.0 Ok: queued as Q1", accept=accepted)
        self.at("kept", None)

    def run(self):
        try:
            self.serve()
        except (Gone, OSError, ssl.SSLError):
            pass
        finally:
            self.log("close")
            for file in (self.input, self.connection):
                try:
                    file.close()
                except OSError:
                    pass

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", required=True)
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--auth", default="")
    parser.add_argument("--login")
    parser.add_argument("--drip", action="store_true")
    parser.add_argument("--extensions", action="store_true")
    parser.add_argument("--on", action="append", default=[])
    server = Server(parser.parse_args())
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threads = []

    def accept():
        while True:
            connection, _ = listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            thread = threading.Thread(target=Session(server, connection).run, daemon=True)
            thread.start()
            threads.append(thread)

    threading.Thread(target=accept, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    # The test's end of this pipe closes when the test is over, however it ends.
    sys.stdin.buffer.read()
    for thread in threads:
        thread.join(10)
    os._exit(0)

main()

"""Answers the Java tests' questions about python/brine_envelope.py: one JSON request a line in, one JSON answer a line out, until end of input.

    {"op": "sign", "keys": TEXT, "key": ID, "dump": BASE64, "producer", "series", "millis"}    {"envelope": BASE64}
    {"op": "verify", "keys": TEXT, "envelope": BASE64, "now", "producers", "max_age", "catalogue"}    {"dump", "producer", "series", "protocol"}
    {"op": "tamper", "keys": TEXT, "envelope": BASE64, "now"}    {"tried", "taken": [...]}: the positions at which a changed byte was not refused
    {"op": "hostile"}    {"answers": {NAME: what was raised}, "touched": N}: what became of hostile_pickles.py
    {"op": "restricted", "part", "parts"}    {"loaded", "unloadable", "differences": [...]}: a part of the fixtures, loaded by the restricted loads() and by SQLAlchemy's
    {"op": "own"}    {"failures": [...]}: the test vectors of RFC 8032, and what keys refuse

A request that fails is answered with {"error", "message"}.
"""

import base64
import glob
import os
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "python-fixtures")
sys.path[1:1] = [FIXTURES, os.path.join(HERE, "..", "..", "python")]

from sqlalchemy.ext import serializer  # noqa: E402
from sqlalchemy.orm import scoped_session, sessionmaker  # noqa: E402

import brine_envelope  # noqa: E402
import custom  # noqa: E402
import encoding  # noqa: E402
import hostile_canary  # noqa: E402
import music.bands  # noqa: E402
import shop  # noqa: E402
from answering import answer_all  # noqa: E402
from constructs import load_all  # noqa: E402
from describe import describe, failure  # noqa: E402
from hostile_pickles import HOSTILE  # noqa: E402

load_all()

GOOD = os.path.join(FIXTURES, "good", "2.0")
NO_DUMPS = ("metadata.pickle",)

# What the constructs use that is not SQLAlchemy's own.
ADMITTED = [custom.copy_rows, custom.greatest, custom.marked_select, custom.nullable_sum, shop.Color, shop.color_values, music.bands.Mood]
ADMITTED += [custom.decorating, custom.lowered, custom.marked, custom.shown, custom.trimmed]

# RFC 8032, section 7.1: private key, public key, message, signature.
RFC_8032 = """
9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60 d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a -
 e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c 72
 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7 fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025 af82
 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
"""


def unbase64(text):
    return base64.b64decode(text)


class Worker:
    def __init__(self):
        self._engine = shop.connect(shop.metadata, shop.ROWS)
        self._session = scoped_session(sessionmaker(bind=self._engine))

    def answer(self, request):
        return getattr(self, "op_" + request["op"])(request)

    def op_sign(self, request):
        (key,) = [key for key in brine_envelope.read_keys(request["keys"]) if key.key_id == request["key"] and key.signs]
        envelope = brine_envelope.sign(unbase64(request["dump"]), key, request["producer"], request["series"], time=request["millis"] / 1000.0)
        return {"envelope": base64.b64encode(envelope).decode("ascii")}

    def op_verify(self, request):
        catalogue = bytes.fromhex(request["catalogue"]) if request.get("catalogue") else None
        found = brine_envelope.verify(
            unbase64(request["envelope"]),
            self._keys(request),
            request.get("producers"),
            request.get("max_age"),
            catalogue=catalogue,
            now=request.get("now"),
        )
        dump = base64.b64encode(found.dump).decode("ascii")
        return {"dump": dump, "producer": found.producer, "series": found.series, "protocol": found.protocol}

    def op_tamper(self, request):
        envelope = unbase64(request["envelope"])
        keys = self._keys(request)
        brine_envelope.verify(envelope, keys, now=request["now"])
        taken = []
        for position in range(len(envelope)):
            changed = bytearray(envelope)
            changed[position] ^= 1 << position % 8
            for each in (bytes(changed), envelope[:position], envelope[:position] + envelope[position + 1 :]):
                try:
                    brine_envelope.verify(each, keys, now=request["now"])
                    taken.append(position)
                except brine_envelope.EnvelopeError:
                    pass
        return {"tried": len(envelope), "taken": taken}

    @staticmethod
    def _keys(request):
        """One for each id: of a pair the public one, which stands last."""
        return list({key.key_id: key for key in brine_envelope.read_keys(request["keys"])}.values())

    def op_hostile(self, request):
        answers = {name: self._refusal(dump) for name, dump in HOSTILE.items()}
        return {"answers": answers, "touched": len(hostile_canary.TOUCHED)}

    def _refusal(self, dump):
        before = shop.metadata.tables["users"].name
        try:
            brine_envelope.loads(dump, shop.metadata, self._session, self._engine)
            return "loaded"
        except Exception as error:
            return type(error).__name__ if shop.metadata.tables["users"].name == before else "changed a table"

    def op_restricted(self, request):
        loaded, unloadable, differences = 0, 0, []
        for path in sorted(glob.glob(os.path.join(GOOD, "*.pickle")))[request["part"] :: request["parts"]]:
            if os.path.basename(path) in NO_DUMPS:
                continue
            with open(path, "rb") as file:
                dump = file.read()
            plain = self._described(serializer.loads, dump, {})
            if isinstance(plain, dict):
                unloadable += 1
                continue
            loaded += 1
            if self._described(brine_envelope.loads, dump, {"admit": ADMITTED}) != plain:
                differences.append(os.path.basename(path))
        return {"loaded": loaded, "unloadable": unloadable, "differences": differences}

    def _described(self, loads, dump, options):
        try:
            thing = loads(dump, shop.metadata, self._session, self._engine, **options)
            return encoding.dumps(describe(thing, ["default"], spellings=False))
        except Exception as error:
            return {"error": type(error).__name__}

    def op_own(self, request):
        failures = []
        for entry in RFC_8032.strip().replace("\n ", " ").splitlines():
            seed, public, message, signature = (b"" if part == "-" else bytes.fromhex(part) for part in entry.split())
            key = brine_envelope.ed25519_private_key("k", seed)
            verifying = brine_envelope.ed25519_public_key("k", public)
            if key.public != public or key._sign(message) != signature or not verifying._verifies(message, signature):
                failures.append("RFC 8032: " + public.hex())
            if verifying._verifies(message + b"x", signature):
                failures.append("another message: " + public.hex())
        if repr(brine_envelope.hmac_key("k", b"secret" * 6)) != "<Key k for hmac-sha256>":
            failures.append("a key is shown")
        return {"failures": failures}


def main():
    warnings.simplefilter("ignore")
    answer_all(Worker().answer, encoding.dumps, failure)


if __name__ == "__main__":
    main()

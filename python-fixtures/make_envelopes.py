"""Writes envelopes/vectors.json: signed envelopes that both sides must write and verify byte by byte, and broken ones that both must refuse.

The keys are for tests: everybody knows them.
"""

import base64
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "python"))

import brine_envelope as be  # noqa: E402

SECRET = bytes(range(32))
SEED = bytes(range(100, 132))
HMAC = be.hmac_key("shared-1", SECRET)
SIGNING = be.ed25519_private_key("reports-2026", SEED)
HASH = be.catalogue_hash(b'{"tables": []}')
TIME = 1_795_000_000.123
DUMP = b"\x80\x05\x8c\x0btable:users\x94Q."


def b64(content):
    return base64.b64encode(content).decode("ascii")


KEYS = "# for tests only\nshared-1 hmac-sha256 %s\nreports-2026 ed25519-private %s\nreports-2026 ed25519-public %s\n" % (
    b64(SECRET),
    b64(SEED),
    b64(SIGNING.public),
)


def good(name, key, producer="reports", series="2.0", catalogue=None, time=TIME, dump=DUMP):
    return {
        "name": name,
        "key": key.key_id,
        "algorithm": key.algorithm,
        "producer": producer,
        "series": series,
        "protocol": dump[1] if dump[:1] == b"\x80" else 0,
        "catalogue": catalogue.hex() if catalogue else None,
        "millis": int(round(time * 1000)),
        "dump": b64(dump),
        "envelope": b64(be.sign(dump, key, producer, series, catalogue, time)),
    }


GOOD = [
    good("hmac", HMAC),
    good("ed25519", SIGNING),
    good("hmac_with_catalogue", HMAC, catalogue=HASH),
    good("ed25519_with_catalogue", SIGNING, catalogue=HASH),
    good("no_series", HMAC, series=""),
    good("text_beyond_ascii", SIGNING, producer="Rapporti è 報告", series="portable"),
    good("longest_producer", HMAC, producer="p" * 255),
    good("protocol_0", SIGNING, dump=b"Vtable:users\np0\nP."),
    good("json_form", HMAC, dump=b'{"brine": 1}'),
    good("empty_dump", SIGNING, dump=b""),
    good("of_1970", HMAC, time=0.0),
    good("large", SIGNING, dump=DUMP[:-1] + b"0" * 3000 + b"."),
]


def envelope(key=HMAC, magic=be.MAGIC, version=1, code=None, key_id=b"shared-1", producer=b"reports", series=b"2.0", protocol=5, catalogue=b"",
             millis=int(TIME * 1000), length=None, dump=DUMP, domain=be.DOMAIN, tail=b""):  # fmt: skip
    """Any bytes for any field, signed as they are."""
    signed = magic + bytes([version, be.CODES[key.algorithm] if code is None else code])
    for field in (key_id, producer, series):
        signed += bytes([len(field)]) + field
    signed += bytes([protocol, len(catalogue)]) + catalogue + (millis % 2**64).to_bytes(8, "big")
    signed += (len(dump) if length is None else length).to_bytes(4, "big") + dump
    return signed + key._sign(domain + signed) + tail


def bad(name, content, says, **verify):
    return {"name": name, "envelope": b64(content), "says": says, "verify": verify}


PLAIN = envelope()
BAD = [
    bad("a_bare_dump", DUMP, "no signed envelope"),
    bad("nothing", b"", "no signed envelope"),
    bad("magic_alone", be.MAGIC, "the version needs 1 bytes"),
    bad("line_ends_converted", PLAIN.replace(b"\r\n", b"\n"), "no signed envelope"),
    bad("version_0", envelope(version=0), "of version 0"),
    bad("version_2", envelope(version=2), "of version 2"),
    bad("algorithm_0", envelope(code=0), "algorithm 0, which is unknown"),
    bad("algorithm_3", envelope(code=3), "algorithm 3, which is unknown"),
    bad("other_algorithm_than_the_key", envelope(code=2, tail=bytes(32)), "says ed25519, and the key shared-1 is for hmac-sha256"),
    bad("public_key_as_secret", envelope(be.hmac_key("x", SIGNING.public), key_id=b"reports-2026"), "says hmac-sha256, and the key reports-2026 is for"),
    bad("unknown_key", envelope(key_id=b"shared-2"), "the key shared-2, which is unknown"),
    bad("key_id_in_capitals", envelope(key_id=b"SHARED-1"), "the key SHARED-1, which is unknown"),
    bad("other_secret", envelope(be.hmac_key("shared-1", bytes(32))), "the signature of the envelope is wrong"),
    bad("other_seed", envelope(be.ed25519_private_key("reports-2026", bytes(32)), key_id=b"reports-2026"), "the signature of the envelope is wrong"),
    bad("signed_without_domain", envelope(domain=b""), "the signature of the envelope is wrong"),
    bad("signed_for_a_later_version", envelope(domain=b"dev.brine.envelope.2\0"), "the signature of the envelope is wrong"),
    bad("answer_not_reduced", b"", "the signature of the envelope is wrong"),
    bad("empty_key_id", envelope(key_id=b""), "the envelope is broken"),
    bad("empty_producer", envelope(producer=b""), "the envelope is broken"),
    bad("line_in_producer", envelope(producer=b"reports\nadmin"), "the envelope is broken"),
    bad("producer_no_utf8", envelope(producer=b"\xff\xfe"), "the envelope is broken"),
    bad("producer_of_surrogates", envelope(producer=b"\xed\xa0\x80"), "the envelope is broken"),
    bad("overlong_utf8", envelope(producer=b"\xc0\xaf"), "the envelope is broken"),
    bad("hash_of_31_bytes", envelope(catalogue=bytes(31)), "the hash of the catalogue has 31 bytes"),
    bad("time_before_1970", envelope(millis=-1), "its time is out of range"),
    bad("length_beyond_the_end", envelope(length=2**32 - 1), "the dump needs 4294967295 bytes"),
    bad("length_too_short", envelope(length=len(DUMP) - 1), "bytes follow the dump"),
    bad("a_byte_behind", envelope(tail=b"\0"), "bytes follow the dump"),
    bad("no_signature", PLAIN[:-32], "bytes follow the dump"),
    bad("other_protocol", envelope(protocol=4), "it says protocol 4, and the dump 5"),
    bad("other_producer", PLAIN, "by reports, who is not expected", producers=["billing"]),
    bad("yet_to_come", PLAIN, "yet to come", now=TIME - 301),
    bad("too_old", PLAIN, "the envelope is o", now=TIME + 61, max_age=60),
    bad("other_catalogue", envelope(catalogue=HASH), "made with", catalogue="00" * 32),
    bad("no_catalogue", PLAIN, "made with", catalogue=HASH.hex()),
]


def unreduced():
    """The same signature with L added to its second half, which RFC 8032 refuses; who takes it lets anybody change signatures."""
    content = envelope(SIGNING, key_id=b"reports-2026")
    answer = int.from_bytes(content[-32:], "little") + be._L
    return content[:-32] + answer.to_bytes(32, "little")


def main():
    for case in BAD:
        if case["name"] == "answer_not_reduced":
            case["envelope"] = b64(unreduced())
    content = {"keys": KEYS, "good": GOOD, "bad": BAD}
    with open(os.path.join(HERE, "envelopes", "vectors.json"), "w", encoding="utf-8", newline="\n") as file:
        json.dump(content, file, indent=1, ensure_ascii=False, sort_keys=True)
        file.write("\n")
    print("%d good, %d bad" % (len(GOOD), len(BAD)))


if __name__ == "__main__":
    main()

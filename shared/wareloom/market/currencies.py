"""How currencies are written in prices, and which one is meant. What several currencies share names none of them."""

import re
from functools import cache

_WRITTEN = """
AED AED د.إ درهم Dhs Dhs. DHS
AFN ؋
ALL Lek Lekë
AMD ֏ դր. դր
ANG NAf.
AOA Kz
ARS AR$
AUD A$ AU$
AWG Afl.
AZN ₼ ман. manat
BAM KM
BBD Bds$
BDT ৳ Tk টকা
BGN лв. лв
BHD BD .د.ب د.ب
BIF FBu
BND BN$
BOB Bs Bs.
BRL R$ reais
BTC BTC ₿
BTN Nu.
BWP BWP
BZD BZ$
CAD C$ CA$ CAN$ CDN$
CDF FC
CHF CHF Fr. SFr. SFr sFr. CHf
CLP CL$
CNY CN¥ 元 人民币 yuan RMB
COP CO$ COL$
CRC ₡
CUC CUC$
CVE CV$ Esc
CZK Kč Kčs Kc
DJF Fdj
DKK DKK
DOP RD$
DZD DA د.ج
EGP E£ EGP ج.م
ERN Nfk نافكا
ETB ብር
EUR € EUR euro Euro euros Euros EUROS евро ευρώ
FJD FJ$
GBP £ ￡ pounds
GEL ₾ ლ lari ლარი
GHS GH₵ ₵ GH¢
GMD GMD
GNF FG
GTQ Q
GYD G$
HKD HK$
HRK kn
HTG G
HUF Ft
IDR Rp Rp. rupiah Rupiah
ILS ₪ ש"ח ש״ח NIS ش.ج
INR ₹ Rs. INR
IQD ID د.ع
IRR تومان
ISK ISK
JMD J$
JOD JD د.ا د.أ دينار أردني
JPY JP¥ 円 yen
KES KShs KSh Ksh
KGS som сом с
KHR ៛
KMF KMF
KRW ₩ 원 won
KWD KD د.ك
KYD CI$
KZT ₸ тңг. тңг тенге
LAK ₭
LBP LB£ LL ل.ل
LKR SLRs
LRD LD L$
LYD LD. د.ل
MAD د.م
MDL MDL
MGA Ar
MKD ден MK mkd денари
MMK Ks
MNT ₮
MOP MOP$
MVR Rf MRf
MWK MWK
MXN MX$ Mex$
MYR RM
MZN MT MTn
NAD N$
NGN ₦
NIO NIO
NOK NOK
NPR NRs
NZD NZ$
OMR ر.ع
PAB B/.
PEN S/. S/
PHP ₱ Php
PLN zł Zł ZŁ zl zloty złoty złotych
PYG ₲ Gs Gs.
QAR QR ر.ق
RON lei LEI Lei
RSD дин. дин Dinara динар RSD
RUB ₽ руб. руб р. р Р Rbl рублей рубль рубля
RWF FRw R₣
SAR SR ر.س ر.س.
SBD SI$
SDG ج.س
SEK SEK
SGD S$
SLL Le
SOS Sh.So.
SPL SPL
STN Db
SYP SY£ ل.س
SZL E
THB ฿ บาท Baht baht
TJS ЅM SM
TMT TMT
TND DT د.ت
TOP T$
TRY ₺ TL
TTD TT$
TWD NT$ NT NTD
TZS TSh
UAH ₴ грн. грн hrn гривень гривні
UGX USh
USD US$ U$S
UYU $U
UZS so'm soʻm сўм сум
VES Bs.S
VND ₫ đ VNĐ vnđ đồng
VUV Vt
WST WS$ WST
XCD EC$
XPF XPF
YER ر.ي
ZAR R
ZMW ZMW ZK
ZWL Z$
? $ £E kr Kr KR kr. ¥ ￥ Rs ₨ ƒ L P CFA Br ₤ ﷼ ريال جنيه د. франк francs franc Dh dh Sl S' pound ₣ 圓 圆 රු FCFA रु
? dollars dollar
"""
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_CODES_WITHOUT_A_SIGN = """
BMD BSD BYN CUP FKP GIP HNL KPW LSL LTL LVL MRU MUR PGK PKR PTE SCR SHP SRD SSP SVC XAF XOF
"""
_SPACED_DOLLAR = re.compile(r"(?<=\A[A-Z]{2})\\\$|(?<=\AC)\\\$")
"""“AU $5” as well as “AU$5”; but the A of “A $5” belongs to the sentence."""


@cache
def _codes() -> dict[str, str | None]:
    """Each spelling, and the code it stands for; None where it could stand for several."""
    codes: dict[str, str | None] = {code: code for code in _CODES_WITHOUT_A_SIGN.split()}
    for line in _WRITTEN.strip().splitlines():
        code, *spellings = _spellings(line)
        codes |= {spelling: None if code == "?" else code for spelling in [*spellings, code] if spelling != "?"}
    return codes


def _spellings(line: str) -> list[str]:
    line = line.replace("دينار أردني", "دينار\x00أردني")
    return [spelling.replace("\x00", " ") for spelling in line.split()]


@cache
def sign() -> re.Pattern[str]:
    """A currency wherever it stands: no part of a longer word, and a single letter only beside a number.

    Spellings are tried by their first characters, because a page's prices are many and their currencies few.
    """
    lower = [code.lower() for code in _codes() if len(code) == 3 and code.isascii() and code.isupper()]
    spellings = [*_codes(), *lower]
    words = [spelling for spelling in spellings if spelling[0].isalpha() and len(spelling) > 1]
    signs = [spelling for spelling in spellings if not spelling[0].isalpha()]
    letters = "".join(re.escape(spelling) for spelling in spellings if len(spelling) == 1 and spelling.isalpha())
    beside = rf"(?:(?<=\d)|(?<=\d\s))[{letters}](?![\w$£₣])|(?<![^\W_])[{letters}](?=\s?\d)"
    begins = "".join({re.escape(spelling[0]) for spelling in spellings})
    return re.compile(f"(?=[{begins}])(?:{_any_of(signs)}|(?<![^\\W\\d_])(?:{_any_of(words)})|{beside})")


def _any_of(spellings: list[str]) -> str:
    """The longest that fits."""
    beginnings: dict[str, list[str]] = {}
    for spelling in sorted(spellings, key=len, reverse=True):
        beginnings.setdefault(spelling[0], []).append(_bounded(spelling))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in beginnings.items())


def _bounded(spelling: str) -> str:
    """All but its first character, and that no letter follows a letter."""
    after = r"(?![^\W\d_])" if spelling[-1].isalpha() else ""
    return _SPACED_DOLLAR.sub(r"\\s?\\$", re.escape(spelling)).removeprefix(re.escape(spelling[0])) + after


def code(written: str | None) -> str | None:
    """The ISO code that a spelling stands for."""
    spelling = (written or "").strip()
    return _codes().get(spelling) or _codes().get(spelling.upper()) or _codes().get(spelling.replace(" ", ""))


def decimals_are_three(code: str | None) -> bool:
    return code in _THREE_DECIMALS

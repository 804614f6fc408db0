"""How currencies are written in prices, and which one is meant. What several currencies share names none of them."""

import re
from functools import cache

_WRITTEN = """
AED AED د.إ درهم
ALL Lek Lekë
AMD ֏ դր. դր
AOA Kz
ARS AR$
AUD A$ AU$
AZN ₼ ман.
BAM KM
BBD Bds$
BDT ৳ Tk টকা
BGN лв. лв
BHD BD .د.ب د.ب
BND BN$
BOB Bs Bs.
BRL R$
BTC BTC ₿
BWP BWP
BZD BZ$
CAD C$ CA$ CAN$
CDF FC
CHF CHF Fr. SFr. SFr
CLP CL$
CNY CN¥ 元 人民币 yuan RMB
COP CO$ COL$
CRC ₡
CUC CUC$
CVE CV$ Esc
CZK Kč Kčs
DKK DKK
DOP RD$
DZD DA د.ج
EGP E£ EGP ج.م
ERN Nfk نافكا
ETB ብር
EUR € EUR euro Euro
GBP £ ￡
GEL ₾ ლ lari
GHS GH₵ ₵ GH¢
GMD GMD
GTQ Q
GYD G$
HKD HK$
HTG G
HUF Ft
IDR Rp
ILS ₪ ש"ח ש״ח NIS ش.ج
INR ₹ Rs. INR
IQD ID د.ع
IRR تومان
ISK ISK
JMD J$
JOD JD د.ا د.أ دينار أردني
JPY JP¥ 円
KES KShs KSh Ksh
KGS som сом с
KHR ៛
KMF KMF
KRW ₩ 원
KWD KD د.ك
KZT ₸ тңг. тңг
LAK ₭
LBP LB£ LL ل.ل
LRD LD L$
LYD LD. د.ل
MAD د.م
MDL MDL
MGA Ar
MKD ден MK mkd
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
NZD NZ$
OMR ر.ع
PEN S/. S/
PHP ₱
PLN zł Zł ZŁ zl
PYG ₲
QAR QR ر.ق
RON lei LEI Lei
RSD дин. дин Dinara динар RSD
RUB ₽ руб. руб р. р Р Rbl рублей
RWF FRw R₣
SAR SR ر.س
SDG ج.س
SEK SEK
SGD S$
SLL Le
SPL SPL
STN Db
SYP SY£ ل.س
SZL E
THB ฿ บาท
TJS ЅM SM
TMT TMT
TND DT د.ت
TOP T$
TRY ₺ TL
TTD TT$
TWD NT$ NT NTD
TZS TSh
UAH ₴ грн. грн hrn
UGX USh
USD US$ US $ U$S
UYU $U
UZS so'm soʻm сўм
VES Bs.S
VND ₫ đ
VUV Vt
WST WS$ WST
XPF XPF
YER ر.ي
ZAR R
ZMW ZMW
ZWL Z$
? $ £E kr Kr KR kr. ¥ ￥ Rs ₨ ƒ L P CFA Br ₤ ﷼ ريال جنيه د. франк francs franc Dh dh Sl S' pound ₣ 圓 圆 රු
"""
_THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
_CODES_WITHOUT_A_SIGN = """
AFN ANG AWG BIF BMD BSD BTN BYN CUP DJF FJD FKP GIP GNF HNL HRK KPW KYD LKR LSL LTL LVL MRU MUR NPR PAB PGK PKR PTE SBD
SCR SHP SOS SRD SSP SVC XAF XCD XOF
"""


@cache
def _codes() -> dict[str, str | None]:
    """Each spelling, and the code it stands for; None where it could stand for several."""
    codes: dict[str, str | None] = {code: code for code in _CODES_WITHOUT_A_SIGN.split()}
    for line in _WRITTEN.strip().splitlines():
        code, *spellings = _spellings(line)
        codes |= {spelling: None if code == "?" else code for spelling in [*spellings, code] if spelling != "?"}
    return codes


def _spellings(line: str) -> list[str]:
    for spaced in ("US $", "دينار أردني"):
        line = line.replace(spaced, spaced.replace(" ", "\x00"))
    return [spelling.replace("\x00", " ") for spelling in line.split()]


def alternatives(spellings: list[str]) -> str:
    """A pattern for any of them; one made of letters is no part of a longer word."""
    return "|".join(_bounded(spelling) for spelling in sorted(spellings, key=len, reverse=True))


def _bounded(spelling: str) -> str:
    before = r"(?<![^\W\d_])" if spelling[0].isalpha() else ""
    after = r"(?![^\W\d_])" if spelling[-1].isalpha() else ""
    return before + re.escape(spelling) + after


@cache
def sign() -> re.Pattern[str]:
    """A currency wherever it stands. A single letter is one only beside a number."""
    alone = [spelling for spelling in _codes() if len(spelling) > 1 or not spelling.isalpha()]
    letters = "|".join(re.escape(spelling) for spelling in _codes() if len(spelling) == 1 and spelling.isalpha())
    beside = rf"(?<=\d)\s?(?:{letters})(?![\w$£₣])|(?<![^\W_])(?:{letters})(?=\s?\d)"
    lower = [code.lower() for code in _codes() if len(code) == 3 and code.isascii() and code.isupper()]
    return re.compile(f"{alternatives([*alone, *lower])}|{beside}")


def code(written: str | None) -> str | None:
    """The ISO code that a spelling stands for."""
    spelling = (written or "").strip()
    return _codes().get(spelling) or _codes().get(spelling.upper())


def decimals_are_three(code: str | None) -> bool:
    return code in _THREE_DECIMALS

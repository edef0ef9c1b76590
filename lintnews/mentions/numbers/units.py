"""Units of measure: what they measure and their size."""

from __future__ import annotations

from ...record import Record


class Unit(Record, frozen=True):
    """``size`` is in metres, square metres, kilograms, litres, metres per second or days.

    ``sizes`` lists every size a word may stand for (a ton is short, long or metric). Temperatures have no size.
    """

    name: str
    measure: str
    sizes: tuple[float, ...] = ()


_MILE, _FOOT, _POUND = 1609.344, 0.3048, 0.45359237
_ACRE = 4046.8564224

_TABLE: tuple[tuple[str, str, tuple[float, ...], str], ...] = (
    ("mile", "length", (_MILE,), "mile miles mi"),
    ("nautical mile", "length", (1852.0,), "nautical-mile nautical-miles"),
    ("kilometre", "length", (1000.0,), "km kms kilometre kilometres kilometer kilometers"),
    ("metre", "length", (1.0,), "metre metres meter meters"),
    ("centimetre", "length", (0.01,), "cm centimetre centimetres centimeter centimeters"),
    ("millimetre", "length", (0.001,), "mm millimetre millimetres millimeter millimeters"),
    ("foot", "length", (_FOOT,), "ft feet foot"),
    ("inch", "length", (0.0254,), "inch inches"),
    ("yard", "length", (0.9144,), "yard yards yd yds"),
    ("acre", "area", (_ACRE,), "acre acres"),
    ("hectare", "area", (1e4,), "hectare hectares ha"),
    ("square mile", "area", (_MILE**2,), "square-mile square-miles sq-mile sq-miles sq-mi"),
    ("square kilometre", "area", (1e6,),
     "square-kilometre square-kilometres square-kilometer square-kilometers square-km sq-km km²"),
    ("square foot", "area", (_FOOT**2,), "square-foot square-feet sq-ft"),
    ("square metre", "area", (1.0,), "square-metre square-metres square-meter square-meters sq-m m²"),
    ("pound", "mass", (_POUND,), "lb lbs pound"),
    ("ounce", "mass", (_POUND / 16,), "ounce ounces oz"),
    ("stone", "mass", (_POUND * 14,), "stone"),
    ("kilogram", "mass", (1.0,), "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    ("gram", "mass", (0.001,), "gram grams gramme grammes"),
    ("tonne", "mass", (1000.0,), "tonne tonnes metric-tons metric-ton metric-tonnes"),
    ("ton", "mass", (_POUND * 2000, _POUND * 2240, 1000.0), "ton tons short-tons long-tons"),
    ("gallon", "volume", (3.785411784, 4.54609), "gallon gallons"),
    ("litre", "volume", (1.0,), "litre litres liter liters"),
    ("pint", "volume", (0.473176473, 0.56826125), "pint pints"),
    ("barrel", "barrels", (), "barrel barrels bbl bpd"),
    ("mph", "speed", (0.44704,), "mph miles-per-hour miles-an-hour mile-per-hour mile-an-hour"),
    ("km/h", "speed", (1 / 3.6,),
     "km/h kph kmh kmph kilometres-per-hour kilometers-per-hour kilometres-an-hour kilometers-an-hour km-per-hour km-an-hour"),
    ("knot", "speed", (0.514444,), "knot knots"),
    ("Fahrenheit", "temperature", (), "°f degrees-fahrenheit fahrenheit ºf"),
    ("Celsius", "temperature", (), "°c degrees-celsius celsius degrees-centigrade ºc"),
    ("degree", "temperature", (), "degrees degree °"),
    ("second", "duration", (1 / 86400,), "second seconds"),
    ("minute", "duration", (1 / 1440,), "minute minutes"),
    ("hour", "duration", (1 / 24,), "hour hours"),
    ("day", "duration", (1.0,), "day days"),
    ("week", "duration", (7.0,), "week weeks"),
    ("fortnight", "duration", (14.0,), "fortnight fortnights"),
    ("month", "duration", (365.25 / 12,), "month months"),
    ("quarter", "duration", (365.25 / 4,), "quarters"),
    ("year", "duration", (365.25,), "year years"),
    ("decade", "duration", (3652.5,), "decade decades"),
    ("percent", "percent", (), "% pct percent per-cent"),
    ("percentage point", "points", (), "percentage-point percentage-points pct-point pct-points"),
    ("basis point", "basis points", (), "basis-point basis-points bps"),
)  # fmt: skip

UNITS: dict[str, Unit] = {
    word.replace("-", " "): Unit(name, measure, sizes)
    for name, measure, sizes, words in _TABLE
    for word in words.split()
}
"""Every spelling (lower case) → its unit."""

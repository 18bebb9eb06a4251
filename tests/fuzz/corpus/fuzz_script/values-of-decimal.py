from decimal import *
import decimal
for f in (
    lambda: Decimal('1.10'),
    lambda: Decimal('-0'),
    lambda: Decimal('1e5'),
    lambda: Decimal('0.0000001'),
    lambda: Decimal('abc'),
    lambda: Decimal('nan'),
    lambda: 1 + Decimal('1.10'),
    lambda: Decimal(2) / Decimal(3),
    lambda: Decimal(100) / 3,
    lambda: -Decimal(7) % Decimal(3),
    lambda: Decimal(1) / 0,
    lambda: Decimal('1.1') + 'a',
    lambda: Decimal('1.1') == Decimal('1.10'),
    lambda: Decimal('1.1') > 1.05,
    lambda: max(Decimal('1.5'), Decimal('2.5')),
    lambda: {Decimal('0.5'): 'a'}[0.5],
    lambda: float(Decimal('1.25')),
    lambda: str(Decimal('1.50')),
    lambda: f"{Decimal('1.5'):10.2f}|",
    lambda: f"{Decimal('3'):05}",
    lambda: Decimal('1.235').quantize(Decimal('0.01')),
    lambda: Decimal('-1.239').quantize(Decimal('0.01'), ROUND_CEILING),
    lambda: Decimal('123.456').to_integral_value(),
    lambda: Decimal('nan').is_nan(),
    lambda: isinstance(Decimal(1), Decimal),
):
    try:
        print(f())
    except Exception as e:
        print(e)

package org.renkei.acsa.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import javax.measure.IncommensurableException;
import org.renkei.acsa.measure.Converted.Refused;
import org.renkei.acsa.measure.Converted.Whole;
import org.renkei.acsa.measure.StatedUnit.At;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.acsa.Terms.Unit;
import tech.units.indriya.function.RationalNumber;
import tech.units.indriya.unit.Units;

/// Conversion into units of issue: exact, as fractions of whole numbers, and rounded once, half up, to whole units.
public final class Measures {
    private static final javax.measure.Unit<?> TONNE_KILOMETRE =
            Units.KILOGRAM.multiply(1000).multiply(Units.METRE.multiply(1000));

    private Measures() {}

    /// The unit of issue in which something so stated is counted, where there is one.
    public static Optional<Unit> issuedIn(StatedUnit stated) {
        return Arrays.stream(Unit.values())
                .filter(unit -> measure(unit)
                        .filter(one -> one.isCompatible(stated.unit()))
                        .isPresent())
                .findFirst();
    }

    /// @param fuel which is counted at 15 °C, whatever else is measured in litres
    public static Converted convert(BigDecimal stated, StatedUnit in, Unit unit, boolean fuel) {
        var measure = measure(unit);
        if (measure.isEmpty()) {
            return new Refused(
                    unit.english() + ": counted, not measured: state how many",
                    unit.japanese() + "：個数で数えます。個数を入力してください");
        }
        if (!measure.get().isCompatible(in.unit())) {
            return incompatible(in, unit);
        }
        if (fuel && unit == Unit.LITRE_15C && in.at() != At.C15) {
            return in.at() == At.F60
                    ? new Refused(
                            "fuel is counted at 15 °C, and 60 °F is another temperature: convert it by its density first",
                            "燃料は 15 °C で数えます。60 °F の数量は、密度により 15 °C に換算してから入力してください")
                    : new Refused(
                            "fuel is counted at 15 °C: state the quantity at 15 °C, or in litres at 15 °C",
                            "燃料は 15 °C で数えます。15 °C での数量を指定してください");
        }
        return whole(stated, in, unit, measure.get());
    }

    private static Converted incompatible(StatedUnit in, Unit unit) {
        var density = unit == Unit.LITRE_15C && in.unit().isCompatible(Units.KILOGRAM)
                || unit == Unit.KILOGRAM && in.unit().isCompatible(Units.LITRE);
        return density
                ? new Refused(
                        in.english() + " become " + unit.english() + " only by a density, which nobody stated",
                        in.japanese() + "を" + unit.japanese() + "に換算するには密度が必要ですが、示されていません")
                : new Refused(
                        in.english() + " are no measure of what is counted in " + unit.english(),
                        in.japanese() + "は" + unit.japanese() + "に換算できません");
    }

    private static Converted whole(BigDecimal stated, StatedUnit in, Unit unit, javax.measure.Unit<?> measure) {
        var exact = exactly(stated, in.unit(), measure);
        var rounded =
                new BigDecimal(exact.getDividend()).divide(new BigDecimal(exact.getDivisor()), 0, RoundingMode.HALF_UP);
        if (rounded.signum() <= 0 || rounded.compareTo(BigDecimal.valueOf(StatementReader.MOST)) > 0) {
            return new Refused(
                    "it comes to " + text(exact) + " " + unit.english() + ": a whole number from 1 to "
                            + StatementReader.MOST + " is needed",
                    text(exact) + " " + unit.japanese() + "になります。1 から " + StatementReader.MOST + " までの整数が必要です");
        }
        return new Whole(stated, in, unit, text(exact), rounded.longValueExact());
    }

    private static RationalNumber exactly(BigDecimal stated, javax.measure.Unit<?> from, javax.measure.Unit<?> to) {
        try {
            return rational(from.getConverterToAny(to).convert(rational(stated)));
        } catch (IncommensurableException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws IllegalStateException for a number that is not exact
    private static RationalNumber rational(Number number) {
        return switch (number) {
            case RationalNumber one -> one;
            case BigDecimal one
            when one.scale() > 0 -> RationalNumber.of(one.unscaledValue(), BigInteger.TEN.pow(one.scale()));
            case BigDecimal one -> RationalNumber.ofInteger(one.toBigIntegerExact());
            case BigInteger one -> RationalNumber.ofInteger(one);
            case Long one -> RationalNumber.ofInteger(one);
            case Integer one -> RationalNumber.ofInteger(one.longValue());
            case Short one -> RationalNumber.ofInteger(one.longValue());
            case Byte one -> RationalNumber.ofInteger(one.longValue());
            default -> throw new IllegalStateException("not exact: " + number.getClass());
        };
    }

    private static String text(RationalNumber exact) {
        var dividend = new BigDecimal(exact.getDividend());
        var divisor = new BigDecimal(exact.getDivisor());
        try {
            return dividend.divide(divisor).stripTrailingZeros().toPlainString();
        } catch (ArithmeticException endless) {
            return exact.getDividend() + "/" + exact.getDivisor();
        }
    }

    /// Empty for what is counted one by one, and for days and nights, which are charged and not measured.
    private static Optional<javax.measure.Unit<?>> measure(Unit unit) {
        return switch (unit) {
            case LITRE_15C -> Optional.of(Units.LITRE);
            case KILOGRAM -> Optional.of(Units.KILOGRAM);
            case HOUR -> Optional.of(Units.HOUR);
            case TONNE_KM -> Optional.of(TONNE_KILOMETRE);
            case EACH, RATION, BOX, DAY, NIGHT, JOB -> Optional.empty();
        };
    }
}

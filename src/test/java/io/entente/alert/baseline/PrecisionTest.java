package io.entente.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PrecisionTest {

    @Property(tries = 500)
    void keepsANumberWithinHalfAMillionth(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        double kept = Precision.kept(value);
        assertThat(kept).isCloseTo(value, within(Math.abs(value) * 4.8e-7));
        assertThat(Precision.kept(kept)).isEqualTo(kept);
        assertThat(Double.doubleToLongBits(kept) & 0xFFFF_FFFFL).isZero();
    }
}

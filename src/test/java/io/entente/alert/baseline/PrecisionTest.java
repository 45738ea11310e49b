package io.entente.alert.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PrecisionTest {

    @Property(tries = 500)
    void keepsANumberWithinTheErrorThatIsStated(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        double kept = Precision.kept(value);
        assertThat(kept).isCloseTo(value, within(Math.abs(value) * 1.54e-5 + 1e-40));
        assertThat(Precision.kept(kept)).isEqualTo(kept);
    }

    @Property(tries = 300)
    void unpacksWhatItPacked(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -50, max = 50) Double> some, @ForAll boolean sparse) {
        double[] values =
                some.stream().mapToDouble(v -> sparse && v < 0 ? 0 : v).toArray();
        double[] kept = Arrays.stream(values).map(Precision::kept).toArray();
        assertThat(Precision.unpack(Precision.pack(values), values.length)).isEqualTo(kept);
        assertThat(Precision.pack(values)).isEqualTo(Precision.pack(kept));
    }
}

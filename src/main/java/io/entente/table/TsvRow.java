package io.entente.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row of a {@link TsvTable}. Columns count from 0 here, from 1 in messages.
 *
 * @param table the table's name
 * @param line its line, from 1
 * @param cells its cells as they are written
 */
public record TsvRow(String table, int line, List<String> cells) {

    /** The cell without blanks at its ends; empty where the row has fewer columns. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /**
     * A cell that must not be empty.
     *
     * @param what what it holds, for the message: "a name"
     */
    public String required(int column, String what) {
        String cell = cell(column);
        if (cell.isEmpty()) {
            throw fault(column, "needs " + what);
        }
        return cell;
    }

    /** The words of a cell, separated by spaces. */
    public List<String> words(int column) {
        return split(column, " ");
    }

    /** The parts of a cell, separated by semicolons. */
    public List<String> forms(int column) {
        return split(column, ";");
    }

    private List<String> split(int column, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : cell(column).split(separator, -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** The number in a cell, from -{@code bound} to {@code bound}. */
    public double number(int column, double bound) {
        try {
            double number = Double.parseDouble(cell(column));
            if (Math.abs(number) <= bound) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw fault(column, "'" + cell(column) + "' is not a number from -" + bound + " to " + bound);
    }

    /** The constant that a cell names in any case, its words separated by hyphens or spaces. */
    public <E extends Enum<E>> E constant(int column, Class<E> type) {
        return constant(column, cell(column), type);
    }

    /** The constant that one of a cell's words names. */
    public <E extends Enum<E>> E constant(int column, String name, Class<E> type) {
        try {
            return Enum.valueOf(
                    type, name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            String known = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            throw fault(column, "'" + name + "' is not one of: " + known);
        }
    }

    /**
     * What {@code reading} makes of a cell.
     *
     * @param reading may refuse the cell by an {@link IllegalArgumentException}
     */
    public <T> T read(int column, Function<String, T> reading) {
        try {
            return reading.apply(cell(column));
        } catch (IllegalArgumentException e) {
            throw fault(column, String.valueOf(e.getMessage()));
        }
    }

    /** What to throw where a cell cannot be used; {@link TsvTable#each} adds file and line. */
    public IllegalArgumentException fault(int column, String reason) {
        return new IllegalArgumentException("column " + (column + 1) + ": " + reason);
    }
}

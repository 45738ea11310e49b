package io.entente.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The reports of an event beside the one that leads it, in order, and which of them are sources of their own. */
final class Members {
    private final Report leader;
    private final List<Report> members = new ArrayList<>(0);
    private final List<Report> independent = new ArrayList<>(1);
    private int classified;

    Members(Report leader) {
        this.leader = leader;
    }

    List<Report> all() {
        return Collections.unmodifiableList(members);
    }

    void add(Report member) {
        int at = -Collections.binarySearch(members, member, Report.ORDER) - 1;
        members.add(at, member);
        forgetFrom(at, member);
    }

    void remove(Report member) {
        int at = Collections.binarySearch(members, member, Report.ORDER);
        members.remove(at);
        forgetFrom(at, member);
    }

    private void forgetFrom(int index, Report member) {
        classified = Math.min(classified, index);
        while (!independent.isEmpty()
                && !independent.get(independent.size() - 1).before(member)) {
            independent.remove(independent.size() - 1);
        }
    }

    /**
     * The reports that count as sources of their own, in order, the leader first. Each is the first of its family and no copy of one before
     * it.
     */
    List<Report> independent(double copyBound) {
        if (independent.isEmpty()) {
            independent.add(leader);
        }
        Set<String> families = new HashSet<>();
        independent.stream().map(Report::family).forEach(families::add);
        for (; classified < members.size(); classified++) {
            Report member = members.get(classified);
            if (member.family() != null
                    && member.passesOn == null
                    && !families.contains(member.family())
                    && independent.stream()
                            .noneMatch(earlier -> earlier.wording().copyOf(member.wording(), copyBound))) {
                independent.add(member);
                families.add(member.family());
            }
        }
        return independent;
    }
}

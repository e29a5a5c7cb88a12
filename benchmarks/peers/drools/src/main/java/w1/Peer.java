package w1;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** W1 as twelve Drools rules: cases are inserted, all rules fire, violations are counted. */
public class Peer {
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();
    public static final long[] COUNTS = new long[12];
    private static final int[] AGE = {60, 50, 52, 55, 55, 58, 58, 60, 63, 63};
    private static final int[] BAR = {0, 6, 12, 18, 24, 60};

    public static int age(int level) { return AGE[level] * 384; }
    public static int bar(int kind) { return BAR[kind] * 32; }

    private static final String[] VIOLATED = {
        "targetLevel >= 3, workStarted + 1920 > asOf || grassrootsYears < 2",
        "targetLevel >= 3, lowerPosts < 2",
        "level % 2 == 1, targetLevel == level + 1, levelSince + 768 > asOf",
        "level % 2 == 0, level >= 2, targetLevel == level + 1, levelSince + 1152 > asOf",
        "education < 3 || (targetLevel >= 5 && education < 4)",
        "targetLevel > level + 1",
        "probationEnds > asOf",
        "lastAssessment >= 2",
        "sanctionKind != 0, sanctionedOn + Peer.bar(sanctionKind) > asOf",
        "born + Peer.age(targetLevel) <= asOf",
        "trainingHours < 350 || (targetLevel >= 3 && trainingHours < 550)",
        "partyPost != 0, partyJoined == 0 || partyJoined + 1152 > asOf",
    };

    private static long run(KieBase base, List<Case> cases) {
        Arrays.fill(COUNTS, 0);
        long start = TIME.getCurrentThreadCpuTime();
        KieSession session = base.newKieSession();
        for (Case one : cases) session.insert(one);
        session.fireAllRules();
        session.dispose();
        return TIME.getCurrentThreadCpuTime() - start;
    }

    public static void main(String[] arguments) throws Exception {
        List<Case> cases = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        for (String line : lines.subList(1, lines.size()))
            cases.add(new Case(Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray()));
        StringBuilder rules = new StringBuilder("import w1.Case; import w1.Peer;\n");
        for (int i = 0; i < VIOLATED.length; ++i)
            rules.append("rule \"R").append(i + 1).append("\" when Case(").append(VIOLATED[i]).append(") then Peer.COUNTS[").append(i).append("]++; end\n");
        KieBase base = new KieHelper().addContent(rules.toString(), ResourceType.DRL).build();
        long[] taken = new long[6];
        for (int i = 0; i < taken.length; ++i) {
            taken[i] = run(base, cases);
            String found = Arrays.toString(COUNTS).replaceAll("[\\[\\] ]", "");
            if (!found.equals(arguments[1])) {
                System.err.println("Drools: counts " + found + " instead of " + arguments[1]);
                System.exit(1);
            }
        }
        // The first runs are those of the compiler.
        long[] warm = Arrays.copyOfRange(taken, 3, 6);
        Arrays.sort(warm);
        String version = KieBase.class.getPackage().getImplementationVersion();
        System.out.printf("{\"peer\": \"Drools\", \"version\": \"%s\", \"rows\": %d, \"ns\": %f, \"note\": \"one session, inserting the facts counts, Java %s\"}%n",
            version == null ? "8.44.2" : version, cases.size(), (double) warm[1] / cases.size(), System.getProperty("java.version"));
    }
}

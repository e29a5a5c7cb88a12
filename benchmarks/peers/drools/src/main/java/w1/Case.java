package w1;

/** One appointment case of W1; dates are packed, 0 stands for none. */
public class Case {
    private final int[] values;

    public Case(int[] values) { this.values = values; }

    public int getAsOf() { return values[0]; }
    public int getBorn() { return values[1]; }
    public int getWorkStarted() { return values[2]; }
    public int getPartyJoined() { return values[3]; }
    public int getTargetLevel() { return values[4]; }
    public int getLevel() { return values[5]; }
    public int getLevelSince() { return values[6]; }
    public int getProbationEnds() { return values[7]; }
    public int getEducation() { return values[8]; }
    public int getLastAssessment() { return values[9]; }
    public int getSanctionKind() { return values[10]; }
    public int getSanctionedOn() { return values[11]; }
    public int getLowerPosts() { return values[12]; }
    public int getPartyPost() { return values[13]; }
    public int getGrassrootsYears() { return values[14]; }
    public int getTrainingHours() { return values[15]; }
}

package vn.dondoc.mail;

/**
 * What a way out for letters may be asked to bear.
 *
 * @param connections so many letters at once, at most
 * @param lettersPerMinute over all connections, at most; 0 for no limit
 */
public record Load(int connections, int lettersPerMinute) {
    public static final Load ONE_BY_ONE = new Load(1, 0);

    public Load {
        if (connections < 1 || lettersPerMinute < 0) {
            throw new IllegalArgumentException(connections + " connections, " + lettersPerMinute + " letters a minute");
        }
    }
}

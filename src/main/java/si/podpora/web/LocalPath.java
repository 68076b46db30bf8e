package si.podpora.web;

/** A path inside the portal to go to next; anything that could lead elsewhere becomes the home page. */
public final class LocalPath {

    private LocalPath() {}

    /** The path itself if it stays inside the portal, else {@code /}. */
    public static String of(String wanted) {
        var inside = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 127);
        return inside ? wanted : "/";
    }
}

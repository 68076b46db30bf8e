package si.podpora.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation, or a part of it.
 *
 * @param entries in the order of time, the newest last
 * @param older where the part before this one is asked for; null if this is the beginning
 */
public record Talk(List<Entry> entries, @Nullable String older) {}

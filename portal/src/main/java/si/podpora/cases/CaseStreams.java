package si.podpora.cases;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import si.podpora.accounts.Actor;
import si.podpora.accounts.Sessions;

/**
 * The open pages of cases in this process, to tell them of changes. A stream says nothing but that something
 * has changed. It lives ten minutes, then the browser asks anew and is checked anew; it ends earlier with the
 * session and with the portal.
 */
@Component
class CaseStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_OF_ONE_PERSON = 20;
    /** Why a stream ends when its page may have to go, too. */
    private static final String RIGHTS = "rights";

    /** Stands for all cases: no case has this key. */
    static final long EVERY_CASE = 0;

    private final Map<Long, Collection<Stream>> byCase = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();
    private final Sessions sessions;
    private volatile @Nullable ScheduledExecutorService checker;

    CaseStreams(Sessions sessions) {
        this.sessions = sessions;
    }

    private record Stream(long order, long caseId, long personId, boolean staff, long sessionId, SseEmitter emitter) {}

    /** Opens a stream for somebody who may see the case; a person with too many loses the oldest. */
    SseEmitter open(Actor me, long caseId) {
        var own = all().stream()
                .filter(stream -> stream.personId() == me.id())
                .sorted(Comparator.comparingLong(Stream::order))
                .toList();
        own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE_PERSON + 1)).forEach(this::end);
        var stream = new Stream(
                opened.incrementAndGet(),
                caseId,
                me.id(),
                me.isStaff(),
                me.sessionId(),
                new SseEmitter(LIFE.toMillis()));
        byCase.compute(caseId, (key, streams) -> {
            var open = streams == null ? new CopyOnWriteArrayList<Stream>() : streams;
            open.add(stream);
            return open;
        });
        stream.emitter().onCompletion(() -> forget(stream));
        stream.emitter().onError(failure -> forget(stream));
        stream.emitter().onTimeout(stream.emitter()::complete);
        // The first bytes, so that the browser knows that it is connected.
        send(stream, SseEmitter.event().comment("open").reconnectTime(3000));
        if (!isRunning()) {
            end(stream);
        }
        return stream.emitter();
    }

    /** Tells the pages of a case that it has changed; of what is internal only those of the help desk. */
    void changed(long caseId, boolean internal) {
        java.util.stream.Stream.of(caseId, EVERY_CASE)
                .flatMap(key -> byCase.getOrDefault(key, List.of()).stream())
                .filter(stream -> stream.staff() || !internal)
                .toList()
                .forEach(this::tell);
    }

    /** Ends the pages of somebody who does not take part in the case any more. */
    void left(long caseId, long personId) {
        byCase.getOrDefault(caseId, List.of()).stream()
                .filter(stream -> stream.personId() == personId)
                .toList()
                .forEach(stream -> end(stream, RIGHTS));
    }

    /** Tells the help desk's pages of a case that somebody has come, gone or begun to write. */
    void presence(long caseId) {
        byCase.getOrDefault(caseId, List.of()).stream()
                .filter(Stream::staff)
                .forEach(stream ->
                        send(stream, SseEmitter.event().name("presence").data("")));
    }

    /** Tells all pages: changes may have been missed. */
    void missed() {
        all().forEach(this::tell);
    }

    /** Ends the streams of a person whose rights have changed: the pages are asked for anew, or no more. */
    void endAll(long personId) {
        all().stream().filter(stream -> stream.personId() == personId).forEach(stream -> end(stream, RIGHTS));
    }

    /** How many streams are open. */
    int count() {
        return all().size();
    }

    /** Keeps the connections alive and ends the streams of sessions that have ended. */
    void check() {
        var streams = all();
        if (streams.isEmpty()) {
            return;
        }
        var alive = sessions.alive(streams.stream().map(Stream::sessionId).collect(Collectors.toSet()));
        for (var stream : streams) {
            if (alive.contains(stream.sessionId())) {
                send(stream, SseEmitter.event().comment("still here"));
            } else {
                end(stream, RIGHTS);
            }
        }
    }

    private void tell(Stream stream) {
        send(stream, SseEmitter.event().name("changed").data(""));
    }

    /** Each writes for itself: a browser that reads slowly holds up nobody else. */
    private void send(Stream stream, SseEmitter.SseEventBuilder event) {
        Thread.ofVirtual().start(() -> {
            try {
                stream.emitter().send(event);
            } catch (IOException | IllegalStateException gone) {
                forget(stream); // the browser has left; it asks again if it wants to
            }
        });
    }

    private void end(Stream stream) {
        end(stream, "");
    }

    private void end(Stream stream, String why) {
        forget(stream);
        Thread.ofVirtual().start(() -> {
            try {
                stream.emitter().send(SseEmitter.event().name("ended").data(why));
                stream.emitter().complete();
            } catch (IOException | IllegalStateException gone) {
                // It has ended already, by itself or with its browser.
            }
        });
    }

    private void forget(Stream stream) {
        byCase.computeIfPresent(stream.caseId(), (key, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private Set<Stream> all() {
        return byCase.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    @Override
    public void start() {
        var checking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("case-streams").factory());
        checking.scheduleWithFixedDelay(
                this::checkOrWait, CHECK_EVERY.toSeconds(), CHECK_EVERY.toSeconds(), TimeUnit.SECONDS);
        checker = checking;
    }

    private void checkOrWait() {
        try {
            check();
        } catch (DataAccessException e) {
            LOG.warn("The sessions of open pages cannot be checked now: {}", e.getMessage());
        }
    }

    /** Ends all streams before the web server waits for its requests to end. */
    @Override
    public void stop() {
        var checking = checker;
        checker = null;
        if (checking != null) {
            checking.shutdownNow();
        }
        all().forEach(stream -> stream.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return checker != null;
    }
}

package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;

class CaseStreamsTests extends CasesTests {

    @Autowired
    private CaseStreams streams;

    private final List<InputStream> open = new ArrayList<>();

    @AfterEach
    void leave() throws Exception {
        for (var stream : open) {
            stream.close();
        }
        await(() -> {
            streams.check();
            return streams.count() == 0;
        });
    }

    @Test
    void aNoteIsToldToAnOpenPageWithoutSayingWhatItIs() throws Exception {
        var number = submitted(janez());
        var told = stream(as("janez"), number);

        says(ana(), number, "Skrivnost");

        assertThat(next(told)).isEqualTo("event:changed");
        assertThat(told).noneMatch(line -> line.contains("Skrivnost"));
    }

    @Test
    void anInternalNoteIsNotToldToTheCustomersPage() throws Exception {
        var number = submitted(janez());
        var told = stream(as("janez"), number);

        conversation.add(ana(), number, NewNote.of(UUID.randomUUID(), "Interno", Visibility.INTERNAL));

        assertThat(next(told)).isEqualTo("nothing");
    }

    @Test
    void anotherCasesPageHearsNothing() throws Exception {
        var number = submitted(janez());
        var other = submitted(janez());
        var told = stream(as("janez"), other);

        says(ana(), number, "Kako vam lahko pomagamo?");
        says(ana(), other, "Pozdravljeni!");

        assertThat(next(told)).isEqualTo("event:changed");
        assertThat(next(told)).isEqualTo("nothing");
    }

    @Test
    void theQueueHearsOfEveryCaseAndOfWhatIsInternal() throws Exception {
        cast.ana();
        var told = stream(as("ana"), "/desk/events");

        var number = submitted(janez());
        assertThat(next(told)).isEqualTo("event:changed");
        remarks(ana(), number, "Interno");
        assertThat(next(told)).isEqualTo("event:changed");
        assertThat(next(told)).isEqualTo("nothing");
    }

    @Test
    void aCustomerDoesNotHearTheQueue() {
        cast.janez();
        assertThat(as("janez").get("/desk/events").status()).isEqualTo(403);
    }

    @Test
    void aChangeThatIsRolledBackIsNotTold() throws Exception {
        var number = submitted(janez());
        closures.close(janez(), number, "");
        var told = stream(as("janez"), number);

        Assertions.assertThatThrownBy(() -> says(janez(), number, "x")).isInstanceOf(CaseClosed.class);

        assertThat(next(told)).isEqualTo("nothing");
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        var number = submitted(janez());
        var janez = as("janez");
        var told = stream(janez, number);

        janez.post("/sign-out");
        streams.check();

        assertThat(next(told)).isEqualTo("event:ended");
        assertThat(next(told)).isEqualTo("end");
        await(() -> streams.count() == 0);
    }

    @Test
    void theOldestStreamOfOnePersonGivesWayToTheTwentyFirst() throws Exception {
        var number = submitted(janez());
        var janez = as("janez");
        var first = stream(janez, number);
        for (int i = 1; i < 20; i++) {
            stream(janez, number);
        }
        assertThat(next(first)).isEqualTo("nothing");

        stream(janez, number);

        assertThat(next(first)).isEqualTo("event:ended");
        await(() -> streams.count() == 20);
    }

    @Test
    void afterTheDatabaseHasDroppedTheListenerPagesLearnOfWhatTheyMissedAndOfWhatComesNext() throws Exception {
        var number = submitted(janez());
        var told = stream(as("janez"), number);
        var dropped = listeners();
        assertThat(dropped).hasSize(1);

        sql.sql("select pg_terminate_backend(:pid)")
                .param("pid", dropped.getFirst())
                .query(Boolean.class)
                .single();
        await(() -> listeners().isEmpty());
        says(ana(), number, "Nihče ne posluša.");

        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("event:changed");
        assertThat(listeners()).hasSize(1).doesNotContainAnyElementsOf(dropped);
        says(ana(), number, "Zdaj spet.");
        assertThat(next(told)).isEqualTo("event:changed");
    }

    /** The connections of this portal that listen. */
    private List<Integer> listeners() {
        return sql.sql("""
                select pid from pg_stat_activity
                where application_name = 'podpora live' and datname = current_database()
                """).query(Integer.class).list();
    }

    private BlockingQueue<String> stream(Visitor visitor, CaseNumber number) throws Exception {
        return stream(visitor, "/cases/" + number + "/events");
    }

    private BlockingQueue<String> stream(Visitor visitor, String path) throws Exception {
        var told = new LinkedBlockingQueue<String>();
        var request = visitor.request(path)
                .header("Cookie", "podpora-session=" + visitor.cookie("podpora-session"))
                .timeout(Duration.ofMinutes(1))
                .build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        open.add(response.body());
        Thread.ofVirtual().start(() -> read(response.body(), told));
        return told;
    }

    private static void read(InputStream body, BlockingQueue<String> told) {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    told.add(line);
                }
            }
            told.add("end");
        } catch (IOException closed) {
            told.add("end");
        }
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        var line = told.poll(1500, TimeUnit.MILLISECONDS);
        return line == null ? "nothing" : line;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}

package io.entente.pipeline;

import io.entente.alert.policy.AlertPolicy;
import io.entente.clock.LogEnd;
import io.entente.coder.Coder;
import io.entente.config.Settings;
import io.entente.ops.DeadLetters;
import io.entente.ops.RocksDbBounds;
import io.entente.registry.AvroSerdes;
import io.entente.topology.AlertTopology;
import io.entente.topology.EnrichTopology;
import io.entente.topology.RelateTopology;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.Topology;

/** The stages that this process runs: the one place where they are started, watched and stopped. */
public final class Pipeline implements AutoCloseable {
    private static final long STORE_MEMORY = 128L << 20;
    private static final Duration MIN_LOOK = Duration.ofSeconds(1);
    private static final Duration MAX_LOOK = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PREFETCH = Duration.ofMinutes(1);

    private final Settings settings;
    private final Topics topics;
    private final SchemaPrefetch schemas;
    private final DeadLetters deadLetters;
    private final RocksDbBounds.Memory memory;
    private final List<StageApp> apps = new ArrayList<>();
    private final List<GroupLogEnd> ends = new ArrayList<>();
    private final List<KafkaStreamsMetrics> meters = new ArrayList<>();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stage-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch ended = new CountDownLatch(1);

    private Pipeline(Settings settings) {
        this.settings = settings;
        AvroSerdes serdes = new AvroSerdes(settings.serdeConfig());
        this.topics = Topics.of(settings, serdes);
        this.schemas = new SchemaPrefetch(settings, topics, serdes);
        this.deadLetters = new DeadLetters(topics.deadLetters().name());
        this.memory = new RocksDbBounds.Memory(STORE_MEMORY);
    }

    /**
     * Starts those of {@code stages} that are Kafka Streams applications on the cluster that {@code settings} name; their topics must exist.
     *
     * @throws PipelineException if a topic is missing, or the cluster does not answer
     */
    public static Pipeline start(Settings settings, Collection<Stage> stages, Coder coder, AlertPolicy policy) {
        Pipeline pipeline = new Pipeline(settings);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            for (Stage stage : stages.stream().filter(Stage::isStream).toList()) {
                pipeline.apps.add(new StageApp(
                        stage,
                        pipeline.topology(stage, admin, coder, policy),
                        pipeline.config(stage),
                        settings.hung(),
                        pipeline.ended::countDown));
            }
            pipeline.schemas.run();
            pipeline.apps.forEach(StageApp::start);
            pipeline.watch();
        } catch (RuntimeException e) {
            pipeline.close();
            throw e;
        }
        return pipeline;
    }

    private void watch() {
        long pause = Math.max(
                MIN_LOOK.toMillis(),
                Math.min(MAX_LOOK.toMillis(), settings.hung().dividedBy(12).toMillis()));
        watcher.scheduleWithFixedDelay(() -> apps.forEach(StageApp::look), pause, pause, TimeUnit.MILLISECONDS);
        watcher.scheduleWithFixedDelay(schemas, PREFETCH.toSeconds(), PREFETCH.toSeconds(), TimeUnit.SECONDS);
    }

    private Topology topology(Stage stage, TopicAdmin admin, Coder coder, AlertPolicy policy) {
        return switch (stage) {
            case ENRICH -> {
                int partitions = admin.partitions(topics.articles(), topics);
                yield EnrichTopology.build(
                        topics, coder, settings.clock(), partitions, end(stage, topics.articles(), partitions));
            }
            case RELATE -> {
                int partitions = admin.pairPartitions(topics);
                yield RelateTopology.build(
                        topics,
                        settings.relate(),
                        settings.clock().future(),
                        partitions,
                        admin.unread(topics.statements(), settings.applicationId(stage.name())),
                        end(stage, topics.statements(), partitions));
            }
            case ALERT ->
                AlertTopology.build(
                        topics,
                        policy,
                        Rebuilds.of(
                                settings,
                                topics.events(),
                                admin.unread(topics.events(), settings.applicationId(stage.name()))));
            case SERVE -> throw new IllegalArgumentException("SERVE is not a Kafka Streams application");
        };
    }

    private LogEnd end(Stage stage, Topic<?, ?> topic, int partitions) {
        GroupLogEnd end =
                new GroupLogEnd(settings.kafkaConfig(), settings.applicationId(stage.name()), topic.name(), partitions);
        ends.add(end);
        return end;
    }

    private Properties config(Stage stage) {
        Properties config = StageConfig.of(settings, topics, stage);
        config.put(DeadLetters.CONFIG, deadLetters);
        config.put(RocksDbBounds.CONFIG, memory);
        return config;
    }

    /** Registers the meters of the stages: those of Kafka Streams and of its clients. */
    public void bindTo(MeterRegistry registry) {
        for (StageApp app : apps) {
            KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(
                    app.streams(), Tags.of("stage", app.stage().name()));
            metrics.bindTo(registry);
            meters.add(metrics);
        }
    }

    /** The topics at work. */
    public Topics topics() {
        return topics;
    }

    /** Counts of dead letters since the start of the process. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Whether every stage processes records. */
    public boolean ready() {
        return apps.stream().allMatch(StageApp::ready);
    }

    /**
     * Waits until every stage is ready, or a stop was requested.
     *
     * @throws PipelineException if one ends, or not all are ready in time
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready()) {
            requireNoFailure();
            if (System.nanoTime() > deadline) {
                throw new PipelineException("not ready after " + limit + ": "
                        + apps.stream()
                                .filter(app -> !app.ready())
                                .map(app -> app.stage() + " is " + app.streams().state())
                                .toList());
            }
            if (ended.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                requireNoFailure();
                return; // asked to stop
            }
        }
    }

    /** Makes {@link #awaitEnd} return. */
    public void requestStop() {
        ended.countDown();
    }

    /** Whether a stop was requested, or a stage has ended by itself. */
    public boolean stopRequested() {
        return ended.getCount() == 0;
    }

    /** Waits until a stage has ended by itself, or a stop was requested. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Whether no stage has ended by itself. */
    public boolean alive() {
        return apps.stream().allMatch(app -> app.failure().isEmpty());
    }

    /**
     * Says what has stopped a stage.
     *
     * @throws PipelineException if one has ended by itself
     */
    public void requireNoFailure() {
        for (StageApp app : apps) {
            app.failure().ifPresent(cause -> {
                throw new PipelineException(
                        app.stage() + " stopped: " + cause.getMessage()
                                + ". Nothing is lost: mend the cause and start it again",
                        cause);
            });
        }
    }

    @Override
    public void close() {
        requestStop();
        watcher.shutdownNow();
        meters.forEach(KafkaStreamsMetrics::close);
        closeTogether();
        ends.forEach(GroupLogEnd::close);
        memory.close();
    }

    /** Stages stop side by side: what stops a container does not wait for one after the other. */
    private void closeTogether() {
        List<Thread> closing = apps.stream()
                .map(app -> new Thread(app::close, "close-" + app.stage()))
                .toList();
        closing.forEach(Thread::start);
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

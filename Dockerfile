# syntax=docker/dockerfile:1
# The image is for clusters: it has no broker of its own, so no demo.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY schemas schemas
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick -Pcluster -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre-noble
RUN useradd --system --uid 10001 --home-dir /var/lib/entente --create-home --shell /usr/sbin/nologin entente \
    && install -d -o 10001 -g 10001 /var/lib/collect
COPY --from=build /src/target/dist/lib /opt/entente/lib
COPY bin/entente /opt/entente/bin/entente
COPY config /opt/entente/config
# Makes the archive of classes that halves the time of a start.
RUN /opt/entente/bin/entente --version
USER 10001:10001
WORKDIR /var/lib/entente
ENV ENTENTE_JAVA_OPTS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError" \
    ENTENTE_STATE_DIR=/var/lib/entente/state
VOLUME /var/lib/entente
EXPOSE 8080
# The launcher replaces itself by the JVM, which then gets the signals.
ENTRYPOINT ["/opt/entente/bin/entente"]
CMD ["run"]

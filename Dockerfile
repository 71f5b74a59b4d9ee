FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY . .
# In a worktree or a submodule .git is a file that points out of the build: then there is no commit to report
RUN [ -d .git ] || rm -f .git
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Paot -DskipTests package
RUN java -Djarmode=tools -jar target/statuslab-*.jar extract --layers --application-filename statuslab.jar --destination /layers

# The AOT cache is made by the very JRE that will use it, at the same paths: any other refuses it
FROM eclipse-temurin:25-jre AS train
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
COPY src/docker/java.options src/docker/train.sh ./
RUN ./train.sh java @java.options -XX:AOTCacheOutput=/app/statuslab.aot -jar /app/statuslab.jar && chmod 444 statuslab.aot

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/application/ ./
COPY --from=train /app/statuslab.aot ./
COPY src/docker/java.options src/docker/healthcheck.sh ./
# Where the JVM finds its options; "@/app/java.options -Xmx256m" changes one of them, anything else replaces them all
ENV JDK_JAVA_OPTIONS="@/app/java.options"
# One arena for what the JVM and zlib allocate: several hold on to 10 MB more
ENV MALLOC_ARENA_MAX=1
USER 10001:10001
EXPOSE 8080 8083
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["/app/healthcheck.sh"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/statuslab.aot", "-jar", "/app/statuslab.jar"]

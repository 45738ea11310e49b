package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** The document as others' tools read it. */
class OpenApiDocumentTest {
    private static final String DOCUMENT = OpenApi.document().toString();

    @TempDir
    private Path folder;

    @Test
    void aParserOfOpenApiFindsNoFault() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(DOCUMENT, null, options);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .containsKeys("/api/v1/pairs", "/api/v1/events", "/api/v1/statements");
        assertThat(parsed.getOpenAPI()
                        .getPaths()
                        .get("/api/v1/statements")
                        .getGet()
                        .getParameters())
                .hasSizeGreaterThan(10);
    }

    @Test
    void aGeneratedClientCompiles() throws Exception {
        Path document = Files.writeString(folder.resolve("openapi.json"), DOCUMENT);
        List<File> files = generate(document);
        List<File> sources =
                files.stream().filter(file -> file.getName().endsWith(".java")).toList();
        assertThat(sources).extracting(File::getName).contains("PairDetail.java", "Alert.java", "EventType.java");
        assertThat(errors(sources)).isEmpty();
    }

    private List<File> generate(Path document) {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(document.toString())
                .setOutputDir(folder.resolve("client").toString())
                .addAdditionalProperty("openApiNullable", "false")
                .addAdditionalProperty("useJakartaEe", "true")
                .addAdditionalProperty("hideGenerationTimestamp", "true")
                .addGlobalProperty("apiTests", "false")
                .addGlobalProperty("modelTests", "false")
                .addGlobalProperty("apiDocs", "false")
                .addGlobalProperty("modelDocs", "false");
        return new DefaultGenerator().opts(configurator.toClientOptInput()).generate();
    }

    /** What the compiler refuses. */
    private List<String> errors(List<File> sources) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-d",
                    Files.createDirectory(folder.resolve("classes")).toString());
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromFiles(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(String::valueOf)
                .toList();
    }
}

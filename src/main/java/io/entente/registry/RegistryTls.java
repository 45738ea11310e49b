package io.entente.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** TLS toward the registry, from Confluent's keys {@code schema.registry.ssl.*}. */
final class RegistryTls {
    private static final String PREFIX = "schema.registry.ssl.";

    private RegistryTls() {}

    /** Empty where nothing is set, so that the JVM's own trust applies. */
    static Optional<SSLContext> context(Map<String, ?> settings) {
        @Nullable String verification = text(settings, "endpoint.identification.algorithm");
        if (verification != null && !verification.equalsIgnoreCase("https")) {
            throw new ConfigException(
                    PREFIX + "endpoint.identification.algorithm",
                    verification,
                    "the registry's host name is always verified: give it a certificate that names the host");
        }
        @Nullable String trust = text(settings, "truststore.location");
        @Nullable String key = text(settings, "keystore.location");
        if (trust == null && key == null) {
            return Optional.empty();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    key == null ? null : keys(settings, key), trust == null ? null : trusted(settings, trust), null);
            return Optional.of(context);
        } catch (GeneralSecurityException e) {
            throw new ConfigException("the TLS settings " + PREFIX + "* cannot be used: " + e.getMessage());
        }
    }

    private static KeyManager[] keys(Map<String, ?> settings, String location) throws GeneralSecurityException {
        KeyStore store = load(settings, "keystore", location);
        @Nullable String password = text(settings, "key.password");
        if (password == null) {
            password = text(settings, "keystore.password");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password == null ? null : password.toCharArray());
        return factory.getKeyManagers();
    }

    private static TrustManager[] trusted(Map<String, ?> settings, String location) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(settings, "truststore", location));
        return factory.getTrustManagers();
    }

    private static KeyStore load(Map<String, ?> settings, String which, String location)
            throws GeneralSecurityException {
        @Nullable String type = text(settings, which + ".type");
        @Nullable String password = text(settings, which + ".password");
        KeyStore store = KeyStore.getInstance(type == null ? "JKS" : type); // JKS reads PKCS12 too
        try (InputStream in = Files.newInputStream(Path.of(location))) {
            store.load(in, password == null ? null : password.toCharArray());
            return store;
        } catch (IOException e) {
            throw new ConfigException(
                    PREFIX + which + ".location",
                    location,
                    "cannot be read with the password given: " + e.getMessage());
        }
    }

    private static @Nullable String text(Map<String, ?> settings, String key) {
        return ConfigValues.text(settings, PREFIX + key);
    }
}

package io.entente.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Hides what nobody should read: secrets, and users and passwords in addresses. */
final class SecretValues {
    private static final Pattern SECRET = Pattern.compile(
            "password|secret|token|credential|user\\.info|sasl\\.jaas|\\.key$", Pattern.CASE_INSENSITIVE);
    /** User and password in an address. */
    private static final Pattern IN_ADDRESS = Pattern.compile("//[^/@,]*@");

    private SecretValues() {}

    /** The values by key, for people. */
    static Map<String, String> hide(Map<String, String> values) {
        TreeMap<String, String> shown = new TreeMap<>(values);
        shown.replaceAll((key, value) -> {
            Setting setting = Keys.find(key);
            boolean secret = setting == null ? SECRET.matcher(key).find() : setting.secret();
            return secret && !value.isEmpty()
                    ? "(hidden)"
                    : IN_ADDRESS.matcher(value).replaceAll("//(hidden)@");
        });
        return shown;
    }
}

package io.entente.article.form;

/**
 * What a file was found to be.
 *
 * @param form its form
 * @param problem what it looks like and what to do, where that is not a form that is read; else empty
 */
record Detection(Form form, String problem) {

    static Detection of(Form form) {
        return new Detection(form, "");
    }

    static Detection unknown(String problem) {
        return new Detection(Form.UNKNOWN, problem);
    }
}

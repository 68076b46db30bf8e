/** What a program needs to check its activation offline: the Java runtime from version 17, and nothing else. */
package si.podpora.activation.verifier;

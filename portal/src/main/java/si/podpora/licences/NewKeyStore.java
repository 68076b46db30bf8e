package si.podpora.licences;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Makes a PKCS#12 file with one new Ed25519 key; an operator makes it with keytool (docs/configuration.md). */
final class NewKeyStore {

    /** id-Ed25519 (RFC 8410, section 3). */
    private static final AlgorithmIdentifier ED25519 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

    private static final int YEARS = 100;

    private NewKeyStore() {}

    static void write(Path file, String password, String keyId, Instant now)
            throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                keyId, pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate(pair, keyId, now)});
        var directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory);
        var made = Files.createTempFile(directory, "activation", ".p12");
        if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        }
        try (var out = Files.newOutputStream(made)) {
            store.store(out, password.toCharArray());
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** PKCS#12 keeps a private key with a certificate; nobody checks this one. */
    private static Certificate certificate(KeyPair pair, String keyId, Instant now)
            throws IOException, GeneralSecurityException {
        var name = new X500Name("CN=" + keyId);
        var statement = new V3TBSCertificateGenerator();
        statement.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        statement.setIssuer(name);
        statement.setSubject(name);
        statement.setStartDate(new Time(Date.from(now)));
        statement.setEndDate(new Time(Date.from(now.plus(YEARS * 365L, ChronoUnit.DAYS))));
        statement.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        statement.setSignature(ED25519);
        var signed = statement.generateTBSCertificate();
        var parts = new ASN1EncodableVector();
        parts.add(signed);
        parts.add(ED25519);
        parts.add(new DERBitString(signature(pair.getPrivate(), signed.getEncoded())));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded()));
    }

    private static byte[] signature(PrivateKey key, byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(signed);
        return signature.sign();
    }
}

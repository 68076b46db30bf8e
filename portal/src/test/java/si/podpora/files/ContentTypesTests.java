package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContentTypesTests {

    @TempDir
    Path folder;

    private final ContentTypes types = new ContentTypes();

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                Arguments.of("slika.png", Samples.png(20, 10), "image/png"),
                Arguments.of("slika.jpg", Samples.jpeg(20, 10), "image/jpeg"),
                Arguments.of("SLIKA.JPEG", Samples.jpeg(20, 10), "image/jpeg"),
                Arguments.of("slika.gif", Samples.gif(), "image/gif"),
                Arguments.of("slika.webp", Samples.webp(640, 480), "image/webp"),
                // A telephone's or a messenger's wrong ending is no disguise.
                Arguments.of("slika.jpg", Samples.png(20, 10), "image/png"),
                Arguments.of("racun.pdf", Samples.pdf(), "application/pdf"),
                Arguments.of("dnevniki.zip", Samples.zip("a.log"), "application/zip"),
                Arguments.of(
                        "dopis.docx",
                        Samples.docx(),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                Arguments.of("dopis.zip", Samples.docx(), "application/zip"),
                Arguments.of("dopis.doc", Samples.ole(false), "application/msword"),
                Arguments.of("pogovor.msg", Samples.ole(false), "application/vnd.ms-outlook"),
                Arguments.of("dnevnik.log", Samples.text("09:22 Napaka na terminalu čšž\n"), "text/x-log"),
                Arguments.of("navodila.txt", Samples.text("MZ je začetek besede.\n"), "text/plain"),
                Arguments.of("ure.csv", Samples.text("ime;ure\nJanez;8\n"), "text/csv"),
                Arguments.of("nastavitve.json", Samples.text("{\"a\": 1}"), "application/json"),
                Arguments.of("nastavitve.xml", Samples.text("<?xml version=\"1.0\"?><a/>"), "application/xml"),
                Arguments.of("sporocilo.eml", Samples.text("From: a@b.example\nSubject: x\n\nx\n"), "message/rfc822"),
                Arguments.of("stran.html", Samples.text("<!DOCTYPE html><script>alert(1)</script>"), "text/html"),
                Arguments.of(
                        "risba.svg",
                        Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
                        "image/svg+xml"),
                Arguments.of("brez koncnice", Samples.text("besedilo\n"), "text/plain"),
                Arguments.of("posnetek.dmp2", new byte[] {1, 2, 3, 0, 0, 5}, "application/octet-stream"),
                // Pictures that are something else too are still pictures: what is shown is drawn anew.
                Arguments.of(
                        "slika.gif",
                        Samples.joined(Samples.gif(), Samples.text("<script>alert(1)</script>")),
                        "image/gif"),
                Arguments.of("slika.jpg", Samples.joined(Samples.jpeg(20, 10), Samples.zip("a")), "image/jpeg"));
    }

    @ParameterizedTest(name = "{0} is {2}")
    @MethodSource("goodFiles")
    void tellsAFileByItsContent(String name, byte[] content, String type) throws IOException {
        assertThat(types.check(file(content), name)).isEqualTo(type);
    }

    static Stream<Arguments> badFiles() {
        var html = Samples.text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        return Stream.of(
                Arguments.of("namesti.exe", Samples.exe(), "files.error.program"),
                Arguments.of("NAMESTI.EXE", Samples.exe(), "files.error.program"),
                Arguments.of("racun.pdf.exe", Samples.pdf(), "files.error.program"),
                Arguments.of("knjiznica.dll", Samples.exe(), "files.error.program"),
                Arguments.of("namesti.msi", Samples.ole(true), "files.error.program"),
                Arguments.of("zagon.bat", Samples.text("@echo off\n"), "files.error.program"),
                Arguments.of("zagon.cmd", Samples.text("dir\n"), "files.error.program"),
                Arguments.of("zagon.ps1", Samples.text("Get-Item\n"), "files.error.program"),
                Arguments.of("zagon.vbs", Samples.text("x = 1\n"), "files.error.program"),
                Arguments.of("zagon.js", Samples.text("alert(1)\n"), "files.error.program"),
                Arguments.of("zagon.sh", Samples.text("ls\n"), "files.error.program"),
                Arguments.of("program.jar", Samples.zip("META-INF/MANIFEST.MF"), "files.error.program"),
                Arguments.of("bliznjica.lnk", Samples.shortcut(), "files.error.program"),
                Arguments.of("disk.iso", Samples.iso(), "files.error.program"),
                Arguments.of("slika.jpg", Samples.exe(), "files.error.disguisedProgram"),
                Arguments.of("brez koncnice", Samples.exe(), "files.error.disguisedProgram"),
                Arguments.of("slika.png", Samples.elf(), "files.error.disguisedProgram"),
                Arguments.of("slika.png", Samples.machO(), "files.error.disguisedProgram"),
                Arguments.of("dopis.doc", Samples.ole(true), "files.error.disguisedProgram"),
                Arguments.of("podatki.dat", Samples.iso(), "files.error.disguisedProgram"),
                Arguments.of("opomba.txt", Samples.shortcut(), "files.error.disguisedProgram"),
                Arguments.of("opomba.txt", Samples.text("#!/bin/sh\nrm -rf /\n"), "files.error.disguisedProgram"),
                // A program that is a PDF too.
                Arguments.of("racun.pdf", Samples.joined(Samples.exe(), Samples.pdf()), "files.error.disguisedProgram"),
                Arguments.of("slika.png", html, "files.error.disguised"),
                Arguments.of("racun.pdf", html, "files.error.disguised"),
                Arguments.of("tabela.xlsx", html, "files.error.disguised"),
                Arguments.of("slika.jpg", Samples.pdf(), "files.error.disguised"),
                Arguments.of("slika.jpg", Samples.text("to ni slika"), "files.error.disguised"),
                Arguments.of("slika.jpg", new byte[] {1, 2, 3, 0, 5}, "files.error.disguised"),
                Arguments.of(
                        "slika.png",
                        Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                        "files.error.disguised"),
                Arguments.of("dnevnik.txt", Samples.zip("a"), "files.error.disguised"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badFiles")
    void refusesProgramsAndDisguises(String name, byte[] content, String reason) throws IOException {
        var file = file(content);
        assertThatExceptionOfType(FilesRefused.class)
                .isThrownBy(() -> types.check(file, name))
                .satisfies(refused -> assertThat(refused.problem().key()).isEqualTo(reason));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("content"), content);
    }
}

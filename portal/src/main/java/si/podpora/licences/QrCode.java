package si.podpora.licences;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Text as a QR code: one path of an SVG, sharp in every size. */
final class QrCode {

    /** Modules around it (ISO/IEC 18004 asks for four). */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    static String svg(String text) {
        var matrix = encode(text);
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    int from = x;
                    while (x + 1 < matrix.getWidth() && matrix.get(x + 1, y)) {
                        x++;
                    }
                    path.append('M').append(from).append(' ').append(y);
                    path.append('h')
                            .append(x - from + 1)
                            .append("v1h")
                            .append(from - x - 1)
                            .append('z');
                }
            }
        }
        var size = matrix.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size
                + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET_ZONE,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.L));
        } catch (WriterException e) {
            throw new IllegalStateException("Too much for a QR code", e);
        }
    }
}

package vn.dondoc.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.dondoc.calendar.VietnamTime;
import vn.dondoc.flow.ReportFlow.Sent;
import vn.dondoc.flow.StableAnswers;
import vn.dondoc.intake.AcceptedRow;
import vn.dondoc.intake.Receipt;
import vn.dondoc.intake.Reporter;
import vn.dondoc.people.Role;
import vn.dondoc.people.Visitor;
import vn.dondoc.store.ApiAnswerStore.Asked;
import vn.dondoc.store.ApiAnswerStore.Known;
import vn.dondoc.store.Outcome;
import vn.dondoc.store.SubmissionStore.Submission;

/** Status reports from programs: taken as every file is, and asked about later. */
final class ApiReports {
    private static final String KEY = "Idempotency-Key";
    private static final Map<String, String> ENDINGS = Map.of(
            "application/json", "json",
            "text/csv", "csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final ApiDesk desk;

    ApiReports(ApiDesk desk) {
        this.desk = desk;
    }

    ApiReply take(ApiVisit visit) throws IOException {
        String name = nameOf(visit);
        byte[] body = body(visit.http(), desk.largestReport());
        Optional<String> key = keyOf(visit.http());
        if (key.isEmpty()) {
            return take(visit, name, body);
        }
        Asked asked = new Asked(String.valueOf(visit.token().id()), key.get(), hash(visit, name, body));
        Optional<Known> known = desk.answers().begin(asked, visit.now());
        return known.isPresent() ? again(asked, known.get()) : takeOnce(asked, visit, name, body);
    }

    private ApiReply takeOnce(Asked asked, ApiVisit visit, String name, byte[] body) {
        try {
            ApiReply reply = take(visit, name, body);
            desk.answers().end(asked, reply.status().getCode(), reply.body());
            return reply;
        } catch (RuntimeException undone) {
            desk.answers().forget(asked);
            throw undone;
        }
    }

    private static ApiReply again(Asked asked, Known known) {
        if (!known.request().equals(asked.request())) {
            throw new RefusedRequest(ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "key-reused",
                    "Idempotency key used for another request",
                    "Khóa “" + KEY + "” này đã dùng cho nội dung khác; nội dung mới thì dùng khóa mới."));
        }
        if (known.isUnderWay()) {
            throw new RefusedRequest(ApiProblem.of(
                    HttpStatus.CONFLICT,
                    "under-way",
                    "Still being worked on",
                    "Yêu cầu cùng khóa đang được xử lý; hỏi lại sau ít giây."));
        }
        return ApiReply.again(known.status(), known.body());
    }

    private ApiReply take(ApiVisit visit, String name, byte[] body) {
        Receipt receipt = desk.intake()
                .receive(new Sent(name, body, reporter(visit.visitor()), "", visit.flag("keepGoodRows")), visit.now());
        if (receipt.outcome() == Outcome.REFUSED) {
            return ApiReply.refused(new ApiProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "refused",
                    "Report refused",
                    "Báo cáo có " + receipt.refused().size() + " chỗ cần sửa; chưa nhận mục nào.",
                    receipt.refused(),
                    Map.of("report", receipt.number())));
        }
        HttpStatus status = receipt.outcome() == Outcome.REPEATED ? HttpStatus.OK : HttpStatus.CREATED;
        return ApiReply.of(status, json(receipt)).at(ApiAnnex.ROOT + "/reports/" + receipt.number());
    }

    private Reporter reporter(Visitor visitor) {
        boolean ownOnly = visitor.role() == Role.CONTACT;
        return new Reporter(
                visitor.author(),
                unit -> !ownOnly || desk.reach().covers(visitor, unit),
                ownOnly ? "đơn vị của mã truy cập và đơn vị trực thuộc" : "đơn vị trong danh sách");
    }

    ApiReply show(ApiVisit visit) {
        String number = visit.http().pathParam("id");
        Submission file = (number.matches("\\d{1,18}")
                        ? desk.submissions().find(Long.parseLong(number))
                        : Optional.<Submission>empty())
                .filter(found -> mayRead(found, visit.visitor()))
                .orElseThrow(() -> new RefusedRequest(ApiProblem.notFound()));
        Receipt receipt = new Receipt(
                file.name(),
                file.outcome(),
                file.accepted(),
                desk.submissions().entriesOf(file.id()).stream()
                        .map(entry -> new AcceptedRow(
                                entry.source(), entry.agency(), entry.period().id(), entry.duty(), null))
                        .toList(),
                desk.submissions().refusedOf(file.id()),
                file.untouched(),
                file.storedPath(),
                "",
                file.id());
        Map<String, Object> json = json(receipt);
        json.put(
                "receivedAt",
                file.at().atZone(VietnamTime.ZONE).toOffsetDateTime().toString());
        return ApiReply.ok(json);
    }

    /** What speaks of no unit at all is shown to whoever sent it. */
    private boolean mayRead(Submission file, Visitor visitor) {
        List<String> units = desk.submissions().unitsOf(file.id());
        return file.reporter().equals(visitor.author())
                || (!units.isEmpty()
                        && units.stream().allMatch(unit -> desk.reach().covers(visitor, unit)))
                || (visitor.role() != Role.CONTACT);
    }

    private static Map<String, Object> json(Receipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", receipt.number());
        json.putAll(StableAnswers.receipt(receipt));
        return json;
    }

    private static String nameOf(ApiVisit visit) {
        String type = visit.http().contentType() == null ? "" : visit.http().contentType();
        String ending = ENDINGS.get(type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT));
        if (ending == null) {
            throw new RefusedRequest(ApiProblem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "media-type",
                    "Unsupported media type",
                    "Không nhận loại nội dung này; gửi application/json, text/csv hoặc tệp XLSX."));
        }
        return visit.query("name").orElse("bao-cao." + ending);
    }

    private static Optional<String> keyOf(Context http) {
        String key = http.header(KEY);
        if (key != null && !key.matches("[!-~]{1,200}")) {
            throw new RefusedRequest(ApiProblem.wrong(
                    "tiêu đề " + KEY, "khóa trống hoặc có ký tự lạ", "ghi 1 đến 200 chữ không dấu, số, gạch nối"));
        }
        return Optional.ofNullable(key);
    }

    static byte[] body(Context http, long largest) throws IOException {
        try (InputStream body = http.bodyInputStream()) {
            byte[] bytes = body.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largest + 1));
            if (bytes.length > largest) {
                throw new RefusedRequest(ApiProblem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "too-large",
                        "Content too large",
                        "Nội dung nặng quá " + largest / (1 << 20) + " MB; chia thành nhiều báo cáo."));
            }
            return bytes;
        }
    }

    private static String hash(ApiVisit visit, String name, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n" + visit.flag("keepGoodRows") + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

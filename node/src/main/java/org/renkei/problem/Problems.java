package org.renkei.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.renkei.problem.Problem.Category;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.json.JsonMapper;

/// Maps everything that is thrown to one problem answer. Messages of other people's exceptions stay in the log.
@RestControllerAdvice
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Problem problem, HttpServletRequest request) {
        return answer(problem, request);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<Map<String, Object>> storeFailed(Exception failure, HttpServletRequest request) {
        LOG.error("the store refused {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                new Problem(
                        Category.UNAVAILABLE,
                        "The store or the audit log could not take it, so it was refused. Check disk and database, then send again",
                        "データベースまたは監査記録に書き込めないため拒否しました。ディスクとデータベースを確かめて再送してください"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(
            HttpMessageNotReadableException failure, HttpServletRequest request) {
        var cause = failure.getMostSpecificCause();
        if (cause instanceof Problem problem) {
            return answer(problem, request);
        }
        return answer(
                new Problem(
                        Category.BAD_REQUEST,
                        "The body is not the JSON that is expected here: see /openapi.json",
                        "本文がここで求める JSON ではありません。/openapi.json を参照してください"),
                request);
    }

    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    ResponseEntity<Map<String, Object>> wrongParameter(Exception failure, HttpServletRequest request) {
        var name = switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> mismatch.getName();
            case MissingServletRequestParameterException missing -> missing.getParameterName();
            default -> "?";
        };
        return answer(
                new Problem(
                        Category.BAD_REQUEST,
                        "Parameter '" + name + "' is missing or not of the form that /openapi.json names",
                        "パラメータ " + name + " がないか、/openapi.json の形式ではありません"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> nothingHere(NoResourceFoundException failure, HttpServletRequest request) {
        return answer(new Problem(Category.NOT_FOUND, "Nothing of that name here", "その名のものはありません"), request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongMethod(
            HttpRequestMethodNotSupportedException failure, HttpServletRequest request) {
        return answer(
                new Problem(
                        Category.METHOD_NOT_ALLOWED,
                        request.getMethod() + " is not offered here: see /openapi.json",
                        request.getMethod() + " はここでは使えません。/openapi.json を参照してください"),
                request);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongMedia(HttpMediaTypeException failure, HttpServletRequest request) {
        return answer(
                new Problem(Category.UNSUPPORTED_MEDIA, "Send application/json", "application/json で送ってください"), request);
    }

    /// The caller has gone; nobody is left to answer.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        LOG.debug("a caller left before the answer: {}", failure.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(Exception failure, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                new Problem(
                        Category.INTERNAL,
                        "The node failed; its log tells where. Nothing more is said here",
                        "ノード内部で失敗しました。詳細はノードの記録にあります"),
                request);
    }

    /// For filters, which stand outside the advice.
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(problem.category().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(body(problem, request)));
    }

    private static ResponseEntity<Map<String, Object>> answer(Problem problem, HttpServletRequest request) {
        return ResponseEntity.status(problem.category().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body(problem, request));
    }

    private static Map<String, Object> body(Problem problem, HttpServletRequest request) {
        Locale language = request.getLocale();
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:renkei:problem:" + problem.category().code());
        body.put("title", problem.category().title(language));
        body.put("status", problem.category().status());
        body.put("detail", problem.detail(language));
        body.put("instance", request.getRequestURI());
        if (!problem.errors().isEmpty()) {
            body.put(
                    "errors",
                    problem.errors().stream()
                            .map(error -> Map.of("at", error.at(), "message", error.message(language)))
                            .toList());
        }
        return body;
    }
}

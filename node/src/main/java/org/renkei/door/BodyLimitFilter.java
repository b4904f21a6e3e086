package org.renkei.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problems;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies larger than this node takes, told in advance or not.
final class BodyLimitFilter extends OncePerRequestFilter {
    static final long MAX_BYTES = 8L * 1024 * 1024;

    /// Media and attachments are read as a stream and never held in memory; who reads them knows their limit.
    private static final Set<String> STREAMS = Set.of("/api/v1/media", "/api/v1/attachments");

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (STREAMS.contains(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            problems.write(tooLarge(), request, response);
            return;
        }
        chain.doFilter(new Limited(request), response);
    }

    private static Problem tooLarge() {
        var limit = MAX_BYTES / 1024 / 1024;
        return new Problem(
                Category.TOO_LARGE,
                "the body is larger than " + limit + " MiB: send it in parts",
                "本文が " + limit + " MiB を超えています。分けて送ってください");
    }

    /// Counts what is read.
    private static final class Limited extends HttpServletRequestWrapper {
        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long count;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var some = in.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) {
            count += bytes;
            if (count > MAX_BYTES) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}

package vn.dondoc.web.api;

/** A request that is refused; what is answered says why. */
final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApiProblem problem;

    RefusedRequest(ApiProblem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    ApiProblem problem() {
        return problem;
    }
}

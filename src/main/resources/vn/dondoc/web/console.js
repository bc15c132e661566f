// Every request that htmx makes carries the session's token, as a form carries it in its hidden field.
document.addEventListener("htmx:configRequest", (event) => {
  const body = document.body.dataset;
  event.detail.headers[body.csrfHeader] = body.csrf;
});

// A form with mistakes comes back as 422: it is to be shown, too.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// A field that chooses what a page shows acts at once; without a script its form has a button.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-acts]")) {
    event.target.form.requestSubmit();
  }
});

// A cell that was checked while it is typed says so to who does not see its colour, too.
document.addEventListener("htmx:afterSettle", () => {
  document.querySelectorAll("[data-problem-of]").forEach((said) => {
    const field = document.getElementById(said.dataset.problemOf);
    if (field && said.textContent.trim()) {
      field.setAttribute("aria-invalid", "true");
    } else if (field) {
      field.removeAttribute("aria-invalid");
    }
  });
});

// Whether a field is wrong is told where its mistakes stand; those who do not see it hear it of the field.
document.addEventListener("htmx:oobAfterSwap", (event) => {
  const mistakes = event.detail.target;
  const field = mistakes.id && document.querySelector(`[aria-describedby="${mistakes.id}"]`);
  if (field && mistakes.textContent.trim()) {
    field.setAttribute("aria-invalid", "true");
  } else if (field) {
    field.removeAttribute("aria-invalid");
  }
});

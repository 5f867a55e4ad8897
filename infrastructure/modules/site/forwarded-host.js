// The origin gets its own name as Host, so the name that the visitor asked for travels beside it.
function handler(event) {
  var request = event.request;
  request.headers["x-forwarded-host"] = { value: request.headers.host.value };
  return request;
}

// The origin gets its own name as Host, and CloudFront as its client. So what the visitor asked for and where from travel
// beside, written over whatever a visitor has sent under these names.
function handler(event) {
  var request = event.request;
  request.headers["x-forwarded-host"] = { value: request.headers.host.value };
  request.headers["x-client-address"] = { value: event.viewer.ip };
  return request;
}

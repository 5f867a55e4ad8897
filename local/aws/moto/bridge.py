"""Starts moto's server with the few things that our stack needs and moto lacks in the version of requirements.txt.

    python bridge.py --port 5000 --endpoint http://127.0.0.1:4566

--endpoint is where clients reach the server; links in its answers must lead there.
"""

import argparse
import json

import moto.awslambda.urls as lambda_urls
from moto.awslambda.models import LambdaFunction, lambda_backends
from moto.budgets.responses import BudgetsResponse
from moto.core import DEFAULT_ACCOUNT_ID
from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket, FakeDeleteMarker
from moto.server import main
from moto.sqs.models import Queue

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("--port", required=True)
arguments.add_argument("--endpoint", required=True)
options = arguments.parse_args()


def wrap(cls, name):
    """Replaces a method by one that is given the method it replaces."""

    def replace(replacement):
        original = getattr(cls, name)
        setattr(cls, name, lambda self, *args, **kwargs: replacement(original, self, *args, **kwargs))

    return replace


# --- Lambda: what a function logs to and its tracing are kept; its code can be fetched.


def with_defaults(logging, function_name):
    return {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{function_name}", **(logging or {})}


@wrap(LambdaFunction, "__init__")
def create_function(original, self, account_id, spec, region, version=1):
    self.logging_config = with_defaults(spec.get("LoggingConfig"), spec["FunctionName"])
    original(self, account_id, spec, region, version)


@wrap(LambdaFunction, "get_configuration")
def get_configuration(original, self, on_create=False):
    return {**original(self, on_create), "LoggingConfig": self.logging_config}


@wrap(LambdaFunction, "update_configuration")
def update_configuration(original, self, updates):
    if "LoggingConfig" in updates:
        self.logging_config = with_defaults(updates["LoggingConfig"], self.function_name)
    if "TracingConfig" in updates:
        self.tracing_config = updates["TracingConfig"]
    return original(self, updates)


@wrap(LambdaFunction, "get_code")
def get_code(original, self):
    found = original(self)
    if "Location" in found.get("Code", {}):
        # From a path that begins so moto knows service and region without a signature.
        path = f"lambda_{self.region}/deployed-code/{self.function_name}/{self.version}"
        found["Code"]["Location"] = f"{options.endpoint}/{path}"
    return found


def deployed_code(request, full_url, headers):
    service, _, function_name, version = request.path.strip("/").split("/")
    region = service.removeprefix("lambda_")
    function = lambda_backends[DEFAULT_ACCOUNT_ID][region].get_function(function_name, version)
    return 200, {"Content-Type": "application/zip"}, function.code_bytes


lambda_urls.url_paths[r"{0}/lambda_(?P<region>[^/]+)/deployed-code/(?P<name>[^/]+)/(?P<version>[^/]+)$"] = deployed_code


# --- SQS: policies are answered as they were given, and moto runs no function for a message: it would need Docker.

Queue.lambda_event_source_mappings = property(lambda self: {}, lambda self, mappings: None)
queue_attributes = Queue.attributes.fget


def attributes(self):
    found = queue_attributes(self)
    if "RedrivePolicy" in found:
        found["RedrivePolicy"] = json.dumps(self.redrive_policy, separators=(",", ":"))
    return found


Queue.attributes = property(attributes)


@wrap(Queue, "_set_attributes")
def set_attributes(original, self, given, now=None):
    # Stock moto forgets the queue's policy when another attribute is set.
    kept = {"Policy": getattr(self, "policy", None)} if hasattr(self, "_policy_json") else {}
    original(self, {**kept, **given}, now)


# --- S3: a versioned bucket can be emptied, where stock moto fails on delete markers, and a bucket's policy is kept, not
# enforced: moto takes a condition that does not hold for a refusal, and nothing here speaks TLS.

FakeDeleteMarker.dispose = lambda self, *args, **kwargs: None
FakeBucket.get_permission = lambda self, action, resource: PermissionResult.NEUTRAL


# --- Budgets: who is told, and tags.

budget_tags = {}


@wrap(BudgetsResponse, "create_budget")
def create_budget(original, self):
    answer = original(self)
    name = self._get_param("Budget")["BudgetName"]
    arn = f"arn:aws:budgets::{self._get_param('AccountId')}:budget/{name}"
    budget_tags[arn] = self._get_param("ResourceTags", [])
    return answer


def describe_subscribers(self):
    budget = self.backend.budgets[self._get_param("AccountId")][self._get_param("BudgetName")]
    wanted = self._get_param("Notification")

    def key(details):
        return details.get("NotificationType"), details.get("ComparisonOperator"), float(details.get("Threshold"))

    matching = (one.subscribers for one in budget.notifications if key(one.details) == key(wanted))
    return json.dumps({"Subscribers": next(matching, [])})


def list_budget_tags(self):
    return json.dumps({"ResourceTags": budget_tags.get(self._get_param("ResourceARN"), [])})


BudgetsResponse.describe_subscribers_for_notification = describe_subscribers
BudgetsResponse.list_tags_for_resource = list_budget_tags

main(["--host", "127.0.0.1", "--port", options.port])

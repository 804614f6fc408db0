"""A small stack of its own for the engine's smoke tests: one talkative function behind a socket and a state machine."""

import io
import json
import textwrap
import zipfile
from typing import Any

from infra_cdk.local.engine import Engine
from infra_cdk.local.waiting import until

BUCKET, KEPT, FUNCTION, GROUP = "scratch-code", "scratch-kept", "scratch", "/aws/lambda/scratch"
SOCKET, STAGE, STACK = "b0000001", "ws", "Scratch"
CATCHES, EACH, AWAITS = "scratch-catches", "scratch-each", "scratch-awaits"
_ROLE = {"Fn::GetAtt": ["Role", "Arn"]}
_ARN = {"Fn::GetAtt": ["Function", "Arn"]}

_HANDLER = textwrap.dedent(
    """
    import json, logging, os, socket, threading
    from from_layer import WORD

    calls = 0

    class Bare(logging.Formatter):
        def format(self, record):
            return json.dumps({"level": record.levelname, "message": record.getMessage()})

    class Weary(Exception):
        pass

    def handle(event, context):
        global calls
        calls += 1
        logging.getLogger().handlers[0].setFormatter(Bare())
        logging.getLogger().warning("said %s", event.get("requestContext", {}).get("eventType", event.get("do")))
        logging.getLogger().warning("and more")
        if event.get("do") == "fail":
            raise Weary("not today")
        if event.get("do") == "die while answering":
            host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
            line = f"POST /2018-06-01/runtime/invocation/{context.aws_request_id}/response HTTP/1.1"
            with socket.create_connection((host, int(port))) as half:
                half.sendall(f"{line}\\r\\nHost: {host}\\r\\nContent-Length: 20\\r\\n\\r\\n".encode())
            os._exit(9)
        if event.get("do") in ("tell", "linger"):
            threading.Event().wait(0.5 if event["do"] == "linger" else 0)
            return {"calls": calls, "word": WORD, "environment": dict(os.environ), "pid": os.getpid()}
        return {"statusCode": 200, "body": "heard"}
    """
)
_CATCHES = {
    "StartAt": "Try",
    "States": {
        "Try": {
            "Type": "Task",
            "Resource": "${function}",
            "Parameters": {"do": "fail"},
            "Catch": [{"ErrorEquals": ["Weary"], "Next": "Caught"}],
            "End": True,
        },
        "Caught": {"Type": "Pass", "Result": "caught by name", "End": True},
    },
}
_AWAITS = {
    "QueryLanguage": "JSONata",
    "StartAt": "Try",
    "States": {
        "Try": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Arguments": {
                "FunctionName": "${function}",
                "Payload": {"do": "{% $states.input.do %}", "token": "{% $states.context.Task.Token %}"},
            },
            "TimeoutSeconds": 2,
            "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "Caught"}],
            "End": True,
        },
        "Caught": {"Type": "Pass", "End": True},
    },
}
"""Nobody ever answers the token: what ends the wait is the call's own failure, or the time."""

_EACH: dict[str, Any] = {
    "QueryLanguage": "JSONata",
    "StartAt": "Remember",
    "States": {
        "Remember": {"Type": "Pass", "Assign": {"run": "{% $states.input.run %}"}, "Next": "For each"},
        "For each": {
            "Type": "Map",
            "Label": "Each",
            "Items": "{% $states.input.ids %}",
            "ItemSelector": {"run": "{% $run %}", "id": "{% $states.context.Map.Item.Value %}"},
            "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Wanted?",
                "States": {
                    "Wanted?": {
                        "Type": "Choice",
                        "Choices": [{"Condition": "{% $states.input.id = 'bad' %}", "Next": "Refused"}],
                        "Default": "Told",
                    },
                    "Told": {"Type": "Pass", "Output": "{% $states.input.run & '/' & $states.input.id %}", "End": True},
                    "Refused": {"Type": "Fail", "Error": "Refused"},
                },
            },
            "ToleratedFailurePercentage": 100,
            "Output": {"told": "{% [$states.result[$type($) = 'string']] %}", "run": "{% $run %}"},
            "End": True,
        },
    },
}
"""What the app's machine asks of a distributed map: items, a selector and an output in JSONata, and one child's trouble
left to itself."""


def archive(**files: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "/") + ".py", text)
    return written.getvalue()


CODE = archive(index=_HANDLER)
LAYER = archive(python__from_layer='WORD = "from the layer"\n')


def template() -> str:
    return json.dumps({"Resources": {**_function(), **_socket(), **_bucket(), **_machines()}})


def trusting(service: str) -> str:
    return json.dumps(_trusting(service))


def _trusting(service: str) -> dict[str, Any]:
    trusted = {"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}
    return {"Version": "2012-10-17", "Statement": [trusted]}


def _function() -> dict[str, Any]:
    content = {"S3Bucket": BUCKET, "S3Key": "layer.zip"}
    properties = {
        "FunctionName": FUNCTION,
        "Runtime": "python3.13",
        "Handler": "index.handle",
        "Role": _ROLE,
        "Code": {"S3Bucket": BUCKET, "S3Key": "code.zip"},
        "Layers": [{"Ref": "Layer"}],
        "Timeout": 20,
        "ReservedConcurrentExecutions": 3,
        "Environment": {"Variables": {"GIVEN": "by the template"}},
        "LoggingConfig": {"LogFormat": "JSON", "LogGroup": GROUP},
    }
    return {
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": _trusting("lambda")},
        },
        "Layer": {"Type": "AWS::Lambda::LayerVersion", "Properties": {"LayerName": "scratch", "Content": content}},
        "Function": {"Type": "AWS::Lambda::Function", "Properties": properties},
    }


def _socket() -> dict[str, Any]:
    api = {"Ref": "Api"}
    invoke = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Function.Arn}/invocations"
    integration = {"ApiId": api, "IntegrationType": "AWS_PROXY", "IntegrationUri": {"Fn::Sub": invoke}}
    target = {"Fn::Join": ["/", ["integrations", {"Ref": "Integration"}]]}
    routes = {
        f"Route{key[1:]}": {
            "Type": "AWS::ApiGatewayV2::Route",
            "Properties": {"ApiId": api, "RouteKey": key, "Target": target},
        }
        for key in ("$connect", "$default")
    }
    named = {"Name": "scratch", "ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action"}
    return {
        "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {**named, "Tags": {"ms-custom-id": SOCKET}}},
        "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": integration},
        "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": api, "StageName": STAGE}},
        **routes,
    }


def _bucket() -> dict[str, Any]:
    versioned = {"Status": "Enabled"}
    properties = {"BucketName": KEPT, "VersioningConfiguration": versioned}
    return {"Kept": {"Type": "AWS::S3::Bucket", "Properties": properties}}


def _machines() -> dict[str, Any]:
    machines = (("Catching", CATCHES, _CATCHES), ("Mapping", EACH, _EACH), ("Awaiting", AWAITS, _AWAITS))
    return {
        logical: {
            "Type": "AWS::StepFunctions::StateMachine",
            "Properties": {
                "StateMachineName": name,
                "StateMachineType": "STANDARD",
                "RoleArn": _ROLE,
                "DefinitionString": json.dumps(definition),
                "DefinitionSubstitutions": {"function": _ARN},
            },
        }
        for logical, name, definition in machines
    }


def deploy(engine: Engine) -> None:
    s3, cloudformation = engine.aws.client("s3"), engine.aws.client("cloudformation")
    if BUCKET not in (bucket["Name"] for bucket in s3.list_buckets()["Buckets"]):
        s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="code.zip", Body=CODE)
    s3.put_object(Bucket=BUCKET, Key="layer.zip", Body=LAYER)
    named = ["CAPABILITY_NAMED_IAM"]
    cloudformation.create_stack(StackName=STACK, TemplateBody=template(), Capabilities=named)
    until(lambda: not stack(engine)["StackStatus"].endswith("IN_PROGRESS"), within_s=30)
    assert stack(engine)["StackStatus"] == "CREATE_COMPLETE", _reasons(engine)


def stack(engine: Engine) -> dict[str, Any]:
    return engine.aws.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"][0]


def _reasons(engine: Engine) -> list[str]:
    events = engine.aws.client("cloudformation").describe_stack_events(StackName=STACK)["StackEvents"]
    return [event.get("ResourceStatusReason", "") for event in events]

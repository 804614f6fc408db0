"""What the Data stack hands over to the App stack when AWS chooses the value: parameters in SSM, read at deployment.

Exports would tie the stacks: Data could not replace anything that App uses until App let go, and App could not let go
until Data had something new. A parameter is read when App is deployed and is free to change in between.
Whatever we can name ourselves (buckets, secrets, the alarm topic) is not here: both stacks know its name.
"""

from typing import Literal

from aws_cdk import aws_ssm as ssm
from constructs import Construct

from infra_cdk.environments import Environment

Handed = Literal["subnet-1", "subnet-2", "functions-group", "database-host"]


def put(scope: Construct, environment: Environment, what: Handed, value: str) -> None:
    ssm.StringParameter(scope, f"Handover-{what}", parameter_name=_name(environment, what), string_value=value)


def take(scope: Construct, environment: Environment, what: Handed) -> str:
    return ssm.StringParameter.value_for_string_parameter(scope, _name(environment, what))


def _name(environment: Environment, what: Handed) -> str:
    return f"/wareloom/{environment.name}/{what}"

"""The state machine that carries a run, read from the template: the engine ignores jitter, delays and the log."""

import re
from typing import Any

import pytest

from infra_cdk.environments import ENVIRONMENTS
from infra_cdk.pipeline import CALLED, CHILDREN, STEPS
from infra_cdk.states import PATIENCE
from tests.infra.machine import State, called, definition, leads_to, machine, maps, states, tasks
from tests.infra.synthesis import Cloud, resources
from tests.infra.test_functions import SHAPES, ours
from tests.infra.test_rights import text
from wareloom.kit.settings import MachineSettings
from wareloom.runs.verbs import VERBS, verb

IDS = {"run_id", "subject_id", "token"}
WORDS = {"verb", "error", "cause"}


def _function(cloud: Cloud, task: State) -> str:
    logical = called(task).removeprefix("<").removesuffix(".Arn>")
    return resources(cloud.app, "AWS::Lambda::Function")[logical]["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"]


def _inside(cloud: Cloud, name: str) -> set[str]:
    return set(maps(cloud)[name]["ItemProcessor"]["States"])


def _walked(cloud: Cloud) -> list[str]:
    """The states of STEPS as an execution meets them, when nothing goes wrong."""
    names, met, here = {step.state for step in STEPS}, list[str](), definition(cloud)["StartAt"]
    waiting = [here]
    seen = set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        state = states(cloud)[name]
        met += [name] if name in names else []
        inner = [state["ItemProcessor"]["StartAt"]] if "ItemProcessor" in state else []
        chosen = [choice["Next"] for choice in state.get("Choices", [])]
        waiting = [*inner, *chosen, *([state["Next"]] if "Next" in state else []), *waiting]
    return met


def test_verbs_are_done_in_the_products_order(cloud: Cloud) -> None:
    assert [step.verb for step in STEPS] == [known.name for known in VERBS]
    assert _walked(cloud) == [step.state for step in STEPS]


def test_each_step_calls_the_function_that_does_its_verb(cloud: Cloud) -> None:
    for step in STEPS:
        assert _function(cloud, states(cloud)[step.state]) == step.function


def test_every_function_of_the_machine_exists_and_is_called(cloud: Cloud) -> None:
    assert {_function(cloud, task) for task in tasks(cloud).values()} == set(CALLED) <= set(SHAPES)


def test_as_many_are_worked_on_side_by_side_as_the_verb_says(cloud: Cloud) -> None:
    mapped = {step.each: step.verb for step in STEPS if step.each}
    assert set(maps(cloud)) == set(mapped)
    for name, made in maps(cloud).items():
        assert made["MaxConcurrency"] == verb(mapped[name]).at_once
        assert mapped[name] in {step.verb for step in STEPS if step.state in _inside(cloud, name)}


def test_every_task_tries_each_kind_of_failure_again_with_back_off_and_jitter(cloud: Cloud) -> None:
    assert {"Unavailable", "Lambda.TooManyRequestsException", "Sandbox.Timedout"} <= {
        error for patience in PATIENCE for error in patience.errors
    }
    for name, task in tasks(cloud).items():
        assert task["Retry"] == [
            {
                "ErrorEquals": list(patience.errors),
                "IntervalSeconds": patience.first,
                "MaxAttempts": patience.times,
                "BackoffRate": patience.rate,
                "MaxDelaySeconds": patience.longest,
                "JitterStrategy": "FULL",
            }
            for patience in PATIENCE
        ], name


@pytest.mark.parametrize("patience", PATIENCE, ids=lambda patience: patience.errors[0])
def test_patience_waits_longer_each_time_and_ends(patience: Any) -> None:
    assert patience.rate > 1
    assert 1 <= patience.first < patience.longest <= 300
    assert 1 <= patience.times <= 10
    assert "States.ALL" not in patience.errors
    assert "States.Timeout" not in patience.errors, "nobody is asked twice to approve"


def _caught(state: State, error: str) -> str:
    (where,) = [catch["Next"] for catch in state.get("Catch", []) if error in catch["ErrorEquals"]]
    return where


def test_whatever_fails_is_recorded_and_why(cloud: Cloud) -> None:
    """A record's own failure is caught by the map around it, or by the run's row staying open for the sweep."""
    for name, state in states(cloud).items():
        if state["Type"] not in ("Task", "Map") or name.startswith("Record why"):
            continue
        assert state["Catch"][-1]["ErrorEquals"] == ["States.ALL"], name
        record = states(cloud)[_caught(state, "States.ALL")]
        assert _function(cloud, record) == "record_failure", name
        told = record["Arguments"]["Payload"]
        assert {"run_id", "error", "cause"} <= set(told), name
        left = state["Catch"][-1]["Output"]
        assert {"error", "cause"} <= set(left), name


def test_a_record_names_the_verb_that_failed(cloud: Cloud) -> None:
    for step in STEPS:
        record = states(cloud)[_caught(states(cloud)[step.state], "States.ALL")]
        assert record["Arguments"]["Payload"]["verb"] == step.verb
        assert "subject_id" in record["Arguments"]["Payload"]


def test_one_that_fails_leaves_nothing_to_the_next_verb_and_stops_no_other(cloud: Cloud) -> None:
    for name, left in (("Record why ideate designs failed", "design_ids"),
                       ("Record why generate design failed", "drawn_ids")):  # fmt: skip
        assert states(cloud)[name]["Output"] == {left: []}
        assert states(cloud)[name]["End"] is True


def test_a_run_without_an_analysis_is_finished_by_its_rows(cloud: Cloud) -> None:
    assert leads_to(cloud, "Record why analyse trends failed") == {"Finish run"}


def test_a_run_that_failed_fails_its_execution(cloud: Cloud) -> None:
    (failed,) = [choice for choice in states(cloud)["How did it end?"]["Choices"] if "'failed'" in choice["Condition"]]
    for name in (failed["Next"], states(cloud)["Record why run failed"]["Next"]):
        assert states(cloud)[name]["Type"] == "Fail"


def test_approval_waits_for_a_person_with_a_token_and_not_for_ever(cloud: Cloud) -> None:
    waiting = states(cloud)["Await approval"]
    assert waiting["Resource"].endswith(":::lambda:invoke.waitForTaskToken")
    assert waiting["Arguments"]["Payload"]["token"] == "{% $states.context.Task.Token %}"
    assert waiting["TimeoutSeconds"] == ENVIRONMENTS[cloud.name].approval_seconds
    assert waiting["TimeoutSeconds"] < definition(cloud)["TimeoutSeconds"]
    late = _caught(waiting, "States.Timeout")
    assert waiting["Catch"][0]["ErrorEquals"] == ["States.Timeout"], "or States.ALL would take it first"
    assert _function(cloud, states(cloud)[late]) == "expire_design"
    assert states(cloud)[late]["Next"] == "Approved?", "a yes at the last moment is a yes"


def test_nothing_is_published_that_nobody_approved(cloud: Cloud) -> None:
    (approved,) = states(cloud)["Approved?"]["Choices"]
    assert approved == {"Condition": "{% $states.input.decision = 'approved' %}", "Next": "Publish listings"}
    before = {name for name in states(cloud) if "Publish listings" in leads_to(cloud, name)}
    assert before == {"Approved?", "Give channel time", "More to publish?"}


def test_publishing_goes_on_until_there_is_no_more(cloud: Cloud) -> None:
    assert states(cloud)["Publish listings"]["Next"] == "More to publish?"
    assert leads_to(cloud, "More to publish?") == {"Give channel time", "Publish listings", "Listings settled"}


def test_only_ids_and_the_words_of_a_failure_travel(cloud: Cloud) -> None:
    for name, task in tasks(cloud).items():
        payload = task["Arguments"]["Payload"]
        allowed = IDS | WORDS if "error" in payload else IDS
        assert set(payload) <= allowed, name
        assert "run_id" in payload, name
    for name, made in maps(cloud).items():
        assert set(made["ItemSelector"]) == {"run_id", "subject_id"}, name


def test_the_words_of_a_failure_stay_far_from_the_limit_of_a_state(cloud: Cloud) -> None:
    for state in states(cloud).values():
        for catch in state.get("Catch", []):
            cause = catch["Output"].get("cause", "0, 2000")
            assert "0, 2000" in cause


def test_the_whole_machine_speaks_jsonata(cloud: Cloud) -> None:
    assert definition(cloud)["QueryLanguage"] == "JSONata"
    paths = {"InputPath", "OutputPath", "ResultPath", "ResultSelector", "Parameters", "ItemsPath", "Variable"}
    for name, state in states(cloud).items():
        assert state.get("QueryLanguage", "JSONata") == "JSONata", name
        assert not paths & set(state), name
        assert not [key for key in state if key.endswith("Path")], name


def test_an_operator_reads_what_each_state_does(cloud: Cloud) -> None:
    for name, state in states(cloud).items():
        assert re.fullmatch(r"[A-Z][a-z]+( [a-z]+)*\??", name), name
        assert len(name) <= 80, name
        assert len(state["Comment"].split()) >= 3, name
        assert name.endswith("?") is (state["Type"] == "Choice"), name


def test_each_design_waits_in_an_execution_of_its_own_and_fails_alone(cloud: Cloud) -> None:
    each = maps(cloud)["For each drawn design"]
    assert each["ItemProcessor"]["ProcessorConfig"] == {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}
    assert each["ToleratedFailurePercentage"] == 100
    assert each["Label"] == CHILDREN
    assert not {"ResultWriter", "ItemBatcher", "ItemReader"} & set(each), "one design for each child, and no bucket"


def test_in_aws_the_machine_is_logged_and_traced(aws: Cloud) -> None:
    made = machine(aws)
    assert made["TracingConfiguration"] == {"Enabled": True}
    logging = made["LoggingConfiguration"]
    assert logging["Level"] == "ALL"
    (destination,) = logging["Destinations"]
    group = destination["CloudWatchLogsLogGroup"]["LogGroupArn"]["Fn::GetAtt"][0]
    written = resources(aws.app, "AWS::Logs::LogGroup")[group]
    assert written["LogGroupName"] == f"/aws/vendedlogs/states/wareloom-{aws.name}-pipeline"


def test_on_a_laptop_the_machine_writes_no_log(local: Cloud) -> None:
    assert "LoggingConfiguration" not in machine(local)


def test_functions_are_told_the_name_that_the_machine_has(cloud: Cloud) -> None:
    name = machine(cloud)["StateMachineName"]
    told = {
        text(function["Environment"]["Variables"][MachineSettings.variable("arn")])
        for shape, function in ours(cloud).items()
        if MachineSettings in SHAPES[shape].settings
    }
    assert told == {f"arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:{name}"}

"""What functions run on: the library layer, the code layer and each function's own few lines, as CDK assets."""

from pathlib import Path

from aws_cdk import Annotations, CfnRule, CfnRuleAssertion, Fn
from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra_cdk.environments import Environment
from layers import code, library


class Code(Construct):
    """Built in `staging`, a folder that lives as long as the synthesis: the CDK copies from it."""

    def __init__(self, scope: Construct, environment: Environment, staging: Path) -> None:
        super().__init__(scope, "Layers")
        self._staging = staging
        # A laptop's functions run in the project's own environment: its interpreter, and its libraries.
        self._python = code.RUNNING if environment.engine else library.PYTHON
        self.layers: list[lambda_.ILayerVersion] = [
            self._layer("Code", "The package wareloom", code.wareloom(staging / "code", self._python))
        ]
        if environment.cloud:
            pinned = "What requirements/layer.txt pins"
            self.layers.insert(0, self._layer("Library", pinned, self._library(wanted=environment.library)))

    def function(self, name: str) -> lambda_.Code:
        return lambda_.Code.from_asset(str(code.function(name, self._staging / name, self._python)))

    def _library(self, *, wanted: bool) -> Path:
        """Without a network the template can still be made and read; what must not happen is that it is deployed."""
        if wanted:
            try:
                return library.build()
            except library.NotBuilt as reason:
                Annotations.of(self).add_warning_v2("wareloom:library-not-built", str(reason))
        CfnRule(
            self,
            "LibraryIsBuilt",
            assertions=[
                CfnRuleAssertion(
                    assert_=Fn.condition_equals("built", "left out"),
                    assert_description="The library layer was left out of this template. Synthesise again with it.",
                )
            ],
        )
        return library.empty(self._staging / "library")

    def _layer(self, name: str, about: str, folder: Path) -> lambda_.LayerVersion:
        return lambda_.LayerVersion(
            self,
            name,
            description=about,
            code=lambda_.Code.from_asset(str(folder)),
            compatible_runtimes=[lambda_.Runtime.PYTHON_3_13],
            compatible_architectures=[lambda_.Architecture.ARM_64],
        )

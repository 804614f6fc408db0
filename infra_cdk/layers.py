"""What functions run on: the library layers, the code layer and each function's own few lines, as CDK assets."""

from pathlib import Path

from aws_cdk import Annotations, CfnRule, CfnRuleAssertion, Fn
from aws_cdk import aws_lambda as lambda_
from aws_cdk.aws_ecr_assets import Platform
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
        # A laptop has all libraries at hand, but not what lies beside them.
        self._libraries = (
            {name: self._layer(name.capitalize(), "A model", self._carried(name)) for name in library.CARRIES}
            if environment.engine
            else {
                name: self._layer(name.capitalize(), f"What requirements/{name}.txt pins", folder)
                for name, folder in self._built(wanted=environment.library).items()
            }
        )
        self._code = self._layer("Code", "The package wareloom", code.wareloom(staging / "code", self._python))

    def layers(self, more: tuple[str, ...]) -> list[lambda_.ILayerVersion]:
        """Under a function that needs `more` than every function does."""
        return [*(self._libraries[name] for name in (library.LAYER, *more) if name in self._libraries), self._code]

    def function(self, name: str) -> lambda_.Code:
        return lambda_.Code.from_asset(str(code.function(name, self._staging / name, self._python)))

    def image(self, name: str) -> lambda_.Code:
        """Built where it is deployed from, which takes Docker; the template only names it."""
        folder = code.image(name, self._staging / f"{name}-image", self._python)
        return lambda_.Code.from_asset_image(str(folder), platform=Platform.LINUX_ARM64)

    def _carried(self, name: str) -> Path:
        return library.carried(name, self._staging / name)

    def _built(self, *, wanted: bool) -> dict[str, Path]:
        """Without a network the template can still be made and read; what must not happen is that it is deployed."""
        if wanted:
            try:
                return {name: library.build(name) for name in library.NAMES}
            except library.NotBuilt as reason:
                Annotations.of(self).add_warning_v2("wareloom:library-not-built", str(reason))
        CfnRule(
            self,
            "LibraryIsBuilt",
            assertions=[
                CfnRuleAssertion(
                    assert_=Fn.condition_equals("built", "left out"),
                    assert_description="The library layers were left out of this template. Synthesise again with them.",
                )
            ],
        )
        return {name: library.empty(self._staging / name) for name in library.NAMES}

    def _layer(self, name: str, about: str, folder: Path) -> lambda_.LayerVersion:
        return lambda_.LayerVersion(
            self,
            name,
            description=about,
            code=lambda_.Code.from_asset(str(folder)),
            compatible_runtimes=[lambda_.Runtime.PYTHON_3_13],
            compatible_architectures=[lambda_.Architecture.ARM_64],
        )

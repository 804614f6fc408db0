"""Every provider of models. To add one: a module here, a line in each dictionary, a name in AiSettings.provider."""

from collections.abc import Callable

from wareloom.kit.ai.model import ImageModel, TextModel
from wareloom.kit.ai.offline import OfflineImage, OfflineText
from wareloom.kit.ai.openai import OpenAiImage, OpenAiText
from wareloom.kit.settings import AiSettings

TEXT_MODELS: dict[str, Callable[[AiSettings], TextModel]] = {
    "offline": lambda _settings: OfflineText(),
    "openai": OpenAiText,
}
IMAGE_MODELS: dict[str, Callable[[AiSettings], ImageModel]] = {
    "offline": lambda _settings: OfflineImage(),
    "openai": OpenAiImage,
}


def text_model(settings: AiSettings) -> TextModel:
    return TEXT_MODELS[settings.provider](settings)


def image_model(settings: AiSettings) -> ImageModel:
    return IMAGE_MODELS[settings.provider](settings)
